package io.tintype.pipeline;

import java.time.Duration;

/// How an event was delivered.
///
/// @param receives how often the queue has handed it out, this time included
/// @param maxReceives after how many it goes to the dead-letter queue
/// @param timeLeft until the function is stopped; a claim is left alone for so long
public record Delivery(int receives, int maxReceives, Duration timeLeft) {

  public Delivery {
    if (receives < 1 || maxReceives < 1) {
      throw new IllegalArgumentException(
          "Expected at least 1 receive but received " + receives + " of " + maxReceives);
    }
  }

  /// Whether the queue will not hand it out again.
  public boolean last() {
    return receives >= maxReceives;
  }
}
