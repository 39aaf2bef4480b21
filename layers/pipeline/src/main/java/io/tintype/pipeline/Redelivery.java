package io.tintype.pipeline;

import java.time.Duration;

/// Port that tells the queue when a message that could not be dealt with shall come again. Without
/// it the message comes when its visibility timeout ends, which is much longer than most trouble
/// lasts.
@FunctionalInterface
public interface Redelivery {

  /// Longest wait before the next try.
  long LONGEST_SECONDS = 900;

  /// Leaves the visibility timeout as it is.
  Redelivery UNCHANGED = (_, _) -> {};

  /// Best effort: a failure is logged and otherwise harmless.
  void after(String receiptHandle, Duration delay);

  /// 5 s after the first receive, six times as long after each further one, at most 15 minutes:
  /// soon for what passes at once, and five receives outlast 18 minutes of trouble.
  static Duration backoff(int receives) {
    long seconds = 5;
    for (int i = 1; i < receives && seconds < LONGEST_SECONDS; i++) {
      seconds *= 6;
    }
    return Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS));
  }
}
