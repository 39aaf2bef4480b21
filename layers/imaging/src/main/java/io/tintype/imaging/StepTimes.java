package io.tintype.imaging;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/// Adds up how long an engine decodes and encodes for one open image. Several pictures that are
/// encoded at once count one after the other. Safe for use by several threads.
public final class StepTimes {

  private final LongAdder decodes = new LongAdder();
  private final LongAdder decoding = new LongAdder();
  private final LongAdder encoding = new LongAdder();

  /// A step that is under way; it ends when it is closed.
  public interface Step extends AutoCloseable {

    @Override
    void close();
  }

  public Step decoding() {
    decodes.increment();
    return from(decoding);
  }

  public Step encoding() {
    return from(encoding);
  }

  private static Step from(LongAdder sum) {
    long start = System.nanoTime();
    return () -> sum.add(System.nanoTime() - start);
  }

  /// How often pixels of the source were decoded.
  public int decodes() {
    return decodes.intValue();
  }

  public Duration decoded() {
    return Duration.ofNanos(decoding.sum());
  }

  public Duration encoded() {
    return Duration.ofNanos(encoding.sum());
  }
}
