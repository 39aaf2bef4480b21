package io.tintype.testkit;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Color;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Format;
import io.tintype.imaging.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Detail edits do to pixels what their formulas say.
interface DetailContract extends EngineUnderTest {

  @Test
  default void takesTheMedianOfASquare() {
    byte[] file = Fixtures.noisyPng(new Size(33, 27), /* alpha= */ false);
    DetailOracle oracle = new DetailOracle(Picture.decode(file));
    for (int side : new int[] {1, 2, 3, 5, 50}) {
      assertThatPicture(see(file, draft(file).edits(new Detail.Median(side))))
          .as("side %d", side)
          .looksLike(oracle.median(side));
    }
  }

  @Test
  default void convolvesWithKernelsOfAnyShape() {
    byte[] file = Fixtures.noisyPng(new Size(61, 43), /* alpha= */ false);
    DetailOracle oracle = new DetailOracle(Picture.decode(file));
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    for (int[] size :
        new int[][] {{1, 1}, {3, 3}, {5, 1}, {1, 7}, {15, 15}, {31, 17}, {101, 101}}) {
      List<Double> weights = new ArrayList<>();
      double sum = 0;
      for (int i = 0; i < size[0] * size[1]; i++) {
        double weight = random.nextDouble(-0.3, 1);
        weights.add(weight);
        sum += weight;
      }
      var edit = new Detail.Convolve(size[0], size[1], weights, sum, 5);
      assertThatPicture(see(file, draft(file).edits(edit)))
          .as("%dx%d", size[0], size[1])
          .within(1)
          .looksLike(oracle.convolved(edit));
    }
  }

  @Test
  default void blursByABellThatGoesOnBeyondTheEdges() {
    byte[] file = Fixtures.gradientPng(new Size(61, 43));
    DetailOracle oracle = new DetailOracle(Picture.decode(file));
    for (double sigma : new double[] {0.8, 3, 7.5, 12, 40, 150}) {
      assertThatPicture(see(file, draft(file).edits(new Detail.Blur(sigma))))
          .as("sigma %s", sigma)
          .within(3)
          .looksLike(oracle.blurred(sigma));
    }
  }

  @Test
  default void showsMeansOfSquares() {
    for (boolean alpha : new boolean[] {false, true}) {
      byte[] file = Fixtures.noisyPng(new Size(40, 23), alpha);
      DetailOracle oracle = new DetailOracle(Picture.decode(file));
      for (int side : new int[] {1, 4, 9, 1000}) {
        assertThatPicture(see(file, draft(file).edits(new Detail.Pixelate(side))))
            .as("side %d", side)
            .within(1)
            .looksLike(oracle.pixelated(side));
      }
    }
  }

  @Test
  default void sharpensLayersOfDetail() {
    byte[] file = Fixtures.noisyPng(new Size(90, 80), /* alpha= */ false);
    DetailOracle oracle = new DetailOracle(Picture.decode(file));
    for (Detail.UnsharpMask edit :
        List.of(
            new Detail.UnsharpMask(0, 1, false),
            new Detail.UnsharpMask(0.5, 0, false),
            new Detail.UnsharpMask(1, 2.5, true),
            new Detail.UnsharpMask(3, 50, true))) {
      // At the edges the two engines mirror a little differently.
      assertThatPicture(DetailOracle.inner(see(file, draft(file).edits(edit)), 31))
          .as("%s", edit)
          .within(1)
          .looksLike(DetailOracle.inner(oracle.sharpened(edit), 31));
    }
  }

  @Test
  default void sharpensLightnessAsLibvips() {
    byte[] file = Fixtures.gradientPng(new Size(64, 48));
    DetailOracle oracle = new DetailOracle(Picture.decode(file));
    for (Detail.Sharpen edit :
        List.of(new Detail.Sharpen(1.2), new Detail.Sharpen(3, 2, 5, 0.5, 40, 60))) {
      assertThatPicture(see(file, draft(file).edits(edit)))
          .as("%s", edit)
          .within(2)
          .looksLike(oracle.sharpened(edit));
    }
  }

  @Test
  default void equalizesLocally() {
    if (engine().capabilities().lacks().contains(Detail.Clahe.class)) {
      return;
    }
    byte[] file = Fixtures.noisyPng(new Size(30, 26), /* alpha= */ false);
    DetailOracle oracle = new DetailOracle(Picture.decode(file));
    for (Detail.Clahe edit :
        List.of(new Detail.Clahe(5, 7, 0), new Detail.Clahe(8, 4, 2), new Detail.Clahe(99, 9, 3))) {
      assertThatPicture(see(file, draft(file).edits(edit)))
          .as("%s", edit)
          .looksLike(oracle.equalized(edit));
    }
  }

  @Test
  default void keepsWhatIsTransparentOutOfWhatIsSeen() {
    Color seen = new Color(230, 180, 120, 255);
    byte[] file = Fixtures.halfTransparentPng(new Size(80, 60), seen);
    Picture before = Picture.decode(file);
    for (Detail edit : SampleEdits.details()) {
      boolean keepsAlpha = edit instanceof Detail.Sharpen || edit instanceof Detail.UnsharpMask;
      boolean plane =
          keepsAlpha
              || edit instanceof Detail.Median
              || (edit instanceof Detail.Convolve convolve && convolve.offset() == 0);
      if (plane) {
        Picture after = see(file, draft(file).edits(edit));
        for (int i = 0; keepsAlpha && i < before.argb().length; i++) {
          assertThat(after.argb()[i] >>> 24).as("%s", edit).isEqualTo(before.argb()[i] >>> 24);
        }
        Picture opaque = DetailOracle.opaque(after);
        for (int x = 0; x < 40; x++) {
          assertThatPicture(opaque).as("%s", edit).within(3).shows(seen, x, 30);
        }
      }
    }
  }

  @Test
  default void takesTheMedianAndTheConvolutionOfAlphaToo() {
    byte[] file = Fixtures.noisyPng(new Size(40, 30), /* alpha= */ true);
    var oracle = new DetailOracle(DetailOracle.alphaAsGreys(Picture.decode(file)));
    var kernel = List.of(1.0, 2.0, 1.0, 0.0, 3.0, 0.0, -1.0, 0.0, -1.0);
    var convolution = new Detail.Convolve(3, 3, kernel, 5, 20);
    Picture convolved = see(file, draft(file).edits(convolution));
    assertThatPicture(DetailOracle.alphaAsGreys(convolved))
        .within(1)
        .looksLike(oracle.convolved(convolution));
    Picture median = see(file, draft(file).edits(new Detail.Median(5)));
    assertThatPicture(DetailOracle.alphaAsGreys(median)).looksLike(oracle.median(5));
  }

  @Test
  default void editsDetailsOfPicturesOfAnySize() {
    for (Size size : List.of(new Size(1, 1), new Size(5, 2), new Size(1, 40))) {
      for (boolean alpha : new boolean[] {false, true}) {
        byte[] file = Fixtures.noisyPng(size, alpha);
        for (Detail edit : SampleEdits.details()) {
          if (!engine().capabilities().lacks().contains(edit.getClass())) {
            assertThatPicture(see(file, draft(file).edits(edit))).hasSize(size);
          }
        }
      }
    }
  }

  @Test
  default void editsDetailsOfEveryFrame() {
    byte[] gif = Fixtures.animatedGif();
    if (!engine().capabilities().animates().contains(Format.GIF)) {
      return;
    }
    int frames = inspect(gif).frames();
    for (Detail edit : List.of(new Detail.Median(3), new Detail.Pixelate(4))) {
      byte[] done = render(gif, draft(gif).frames(frames).edits(edit).as(Format.GIF)).bytes();
      assertThat(inspect(done).frames()).isEqualTo(frames);
    }
  }

  @Test
  default void takesLittleTimeForLargeKernels() {
    byte[] file = Fixtures.gradientPng(new Size(1200, 900));
    List<Detail> edits =
        List.of(
            new Detail.Median(50),
            new Detail.Convolve(101, 101, Collections.nCopies(10_201, 1.0), 10_201, 0),
            new Detail.UnsharpMask(3, 4, false),
            new Detail.Pixelate(1000));
    for (Detail edit : edits) {
      long start = System.nanoTime();
      see(file, draft(file).edits(edit));
      // A sum over every pixel of a square would take minutes.
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as("%s", edit.getClass())
          .isLessThan(Duration.ofSeconds(20));
    }
  }
}
