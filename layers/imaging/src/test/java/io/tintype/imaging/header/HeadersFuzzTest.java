package io.tintype.imaging.header;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Limits;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the bytes are, the answer is a header or one of three refusals, and soon.
class HeadersFuzzTest {

  private static final Set<Reason> REFUSALS =
      Set.of(Reason.UNSUPPORTED, Reason.CORRUPT, Reason.TOO_LARGE);
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int ROUNDS = 3_000;

  static Set<String> samples() {
    return Samples.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void survivesTruncationAtEveryLength(String sample) {
    byte[] file = Objects.requireNonNull(Samples.all().get(sample));
    assertSoon(
        () -> {
          for (int length = 0; length < file.length; length++) {
            answers(Arrays.copyOf(file, length), sample + " cut at " + length);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("samples")
  void survivesEveryFlippedBit(String sample) {
    byte[] file = Objects.requireNonNull(Samples.all().get(sample));
    assertSoon(
        () -> {
          for (int bit = 0; bit < file.length * 8; bit++) {
            file[bit / 8] ^= (byte) (1 << bit % 8);
            answers(file, sample + " with bit " + bit + " flipped");
            file[bit / 8] ^= (byte) (1 << bit % 8);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("samples")
  void survivesRandomDamage(String sample) {
    long seed = Long.getLong("tintype.seed", System.nanoTime());
    System.out.println("seed of " + sample + ": " + seed + " (repeat with -Dtintype.seed)");
    RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
    byte[] whole = Objects.requireNonNull(Samples.all().get(sample));
    int head = Math.min(whole.length, 400);
    assertSoon(
        () -> {
          for (int round = 0; round < ROUNDS; round++) {
            byte[] file = whole.clone();
            for (int hits = random.nextInt(1, 8); hits > 0; hits--) {
              damage(file, random.nextInt(head), random);
            }
            answers(file, sample + " in round " + round + " of seed " + seed);
          }
        });
  }

  private static void assertSoon(Runnable work) {
    assertThat(Cost.of(work).processor()).isLessThan(SOON);
  }

  /// One to four bytes, often of the values at which sizes and signs break.
  private static void damage(byte[] file, int at, RandomGenerator random) {
    int length = 1 << random.nextInt(3);
    byte value = (byte) new int[] {0, 0xFF, 0x7F, 0x80, random.nextInt(256)}[random.nextInt(5)];
    Arrays.fill(file, at, Math.min(file.length, at + length), value);
  }

  /// Plain checks, because this runs several hundred thousand times.
  private static void answers(byte[] file, String what) {
    try {
      SourceInfo info = Headers.read(Source.of(file), Limits.DEFAULT);
      if (info.stored().pixels() > Limits.DEFAULT.maxPixels()) {
        throw new AssertionError(what + " is let through with " + info);
      }
    } catch (TintypeException refusal) {
      if (!REFUSALS.contains(refusal.reason())) {
        throw new AssertionError(what, refusal);
      }
    } catch (RuntimeException unexpected) {
      throw new AssertionError(what, unexpected);
    }
  }
}
