package io.tintype.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.testkit.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Pictures that have been looked at, and what comes must look like them. Made from our own
/// specimens by Thumbnailator, which draws the same everywhere; [WriteGoldens] makes them anew.
final class Goldens {

  static final Path FOLDER = Path.of("src/test/goldens");

  private Goldens() {}

  /// How far a picture may be off, in levels of a channel.
  ///
  /// @param mean of all channels of all pixels
  /// @param most of any of them
  private record Tolerance(double mean, int most) {}

  /// For hard edges on a small specimen: bicubic and Lanczos kernels differ by so much around
  /// them, and a part or a shape that is not meant differs by more than ten times the mean.
  private static final Tolerance RESAMPLED = new Tolerance(4, 64);

  /// Arithmetic in whole numbers, which both engines do alike.
  private static final Tolerance EXACT = new Tolerance(0.2, 2);

  /// A PNG like the golden, as far as rounding goes.
  static Row.Check exact(String golden) {
    return golden(golden, EXACT);
  }

  /// A PNG like the golden where engines take different ways: they resample, blur or smooth edges
  /// each in its own manner.
  static Row.Check alike(String golden) {
    return golden(golden, new Tolerance(1.5, 24));
  }

  /// A PNG like the golden, whose picture has been made smaller or larger.
  static Row.Check resampled(String golden) {
    return golden(golden, RESAMPLED);
  }

  private static Row.Check golden(String name, Tolerance tolerance) {
    return new Golden(name, tolerance);
  }

  /// A check by a golden.
  record Golden(String name, Tolerance tolerance) implements Row.Check {

    Path file() {
      return FOLDER.resolve(name + ".png");
    }

    @Override
    public void of(Shot shot) {
      Picture found = shot.shows(Checks.PNG).picture();
      assertThat(file()).as("a golden to compare with; see WriteGoldens").exists();
      Picture golden = read();
      assertThat(found.size()).isEqualTo(golden.size());
      long sum = 0;
      int most = 0;
      for (int i = 0; i < found.argb().length; i++) {
        for (int difference : differences(found.argb()[i], golden.argb()[i])) {
          sum += difference;
          most = Math.max(most, difference);
        }
      }
      double mean = sum / (4.0 * found.argb().length);
      assertThat(mean <= tolerance.mean && most <= tolerance.most)
          .as(
              "like %s: %.3f levels off, %d at most, but they may be %s",
              file(), mean, most, tolerance)
          .isTrue();
    }

    private Picture read() {
      try {
        return Picture.decode(Files.readAllBytes(file()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Colours count as much as they are seen.
  static int[] differences(int one, int other) {
    int[] differences = new int[4];
    int alphaOfOne = one >>> 24;
    int alphaOfOther = other >>> 24;
    differences[3] = Math.abs(alphaOfOne - alphaOfOther);
    for (int i = 0; i < 3; i++) {
      int first = ((one >> (8 * i)) & 255) * alphaOfOne;
      int second = ((other >> (8 * i)) & 255) * alphaOfOther;
      differences[i] = Math.abs(first - second) / 255;
    }
    return differences;
  }
}
