package io.tintype.pipeline;

import java.time.Duration;

/// Port that tells the queue when a message that could not be dealt with shall come again. Without
/// it the message comes when its visibility timeout ends, which is much longer than most trouble
/// lasts.
@FunctionalInterface
public interface Redelivery {

  /// Leaves the visibility timeout as it is.
  Redelivery UNCHANGED = (_, _) -> {};

  /// Best effort: a failure is logged and otherwise harmless.
  void after(String receiptHandle, Duration delay);

  /// 5 s after the first receive, doubling with each further one, at most 5 minutes.
  static Duration backoff(int receives) {
    long seconds = 5L << Math.min(receives - 1, 6);
    return Duration.ofSeconds(Math.min(seconds, 300));
  }
}
