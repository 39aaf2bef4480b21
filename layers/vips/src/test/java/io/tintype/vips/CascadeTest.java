package io.tintype.vips;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Box;
import io.tintype.imaging.Format;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.testkit.Fixtures;
import io.tintype.testkit.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Library.class)
class CascadeTest {

  private static final Size SOURCE = new Size(4000, 3000);
  private static final List<Size> SIZES =
      List.of(
          new Size(1600, 1067),
          new Size(800, 533),
          new Size(400, 267),
          new Size(267, 178),
          new Size(100, 67));

  /// In levels. The resampler looks at 3 pixels of the result to each side; in between it rounds to
  /// whole levels, and a decoder that shrinks a JPEG does it in squares of 8 pixels.
  private static final double MEAN = 1.5;

  @Test
  void makesSmallerPicturesOfTheSamePartFromLargerOnes() {
    assertThat(Cascade.roots(List.of(whole(200), whole(1600), whole(800)), Optional.empty()))
        .containsExactly(whole(1600));
  }

  @Test
  void makesPicturesThatAreNotHalfAsLargeFromTheSource() {
    assertThat(Cascade.roots(List.of(whole(1600), whole(801), whole(400)), Optional.empty()))
        .containsExactly(whole(1600), whole(801));
  }

  @Test
  void looksAtBothSides() {
    var flat = Resizing.of(SOURCE, new Size(1600, 900));
    var tall = Resizing.of(SOURCE, new Size(800, 600));
    assertThat(Cascade.roots(List.of(flat, tall), Optional.empty())).containsExactly(flat, tall);
  }

  @Test
  void makesOtherPartsFromTheSource() {
    var square = new Resizing(SOURCE, new Box(500, 0, 3000, 3000), new Size(200, 200));
    assertThat(Cascade.roots(List.of(whole(1600), square), Optional.empty()))
        .containsExactly(whole(1600), square);
  }

  @Test
  void harmsNoPictureThatIsMadeFromALargerOne() throws IOException {
    BufferedImage detailed = detailed(new Size(3000, 2000));
    for (byte[] file : List.of(Fixtures.png(detailed), jpeg(detailed))) {
      var draft = Rendered.draft(Library.engine(), file);
      List<Plan> plans = new ArrayList<>();
      for (Size size : SIZES) {
        plans.add(draft.scaled(size.width(), size.height()).as(Format.PNG).plan());
      }
      List<Rendition> among = Rendered.all(Library.engine(), file, plans);
      for (int i = 0; i < SIZES.size(); i++) {
        List<Rendition> alone = Rendered.all(Library.engine(), file, List.of(plans.get(i)));
        assertThatPicture(among.get(i).bytes()).hasSize(SIZES.get(i));
        assertThat(difference(alone.getFirst(), among.get(i)))
            .as("mean difference at %s", SIZES.get(i))
            .isLessThan(MEAN);
      }
    }
  }

  @Test
  void rendersAnySizesAfterAnyOthers() {
    byte[] file = Fixtures.png(new Size(256, 256));
    int[] sides = {256, 320, 100, 300};
    var source = Source.of(file);
    SourceInfo info = Library.engine().inspect(source, Limits.DEFAULT);
    for (int first : sides) {
      try (OpenImage image = Library.engine().open(source, info)) {
        assertRendered(image, List.of(square(file, first)));
        for (int second : sides) {
          for (int third : sides) {
            assertRendered(image, List.of(square(file, second), square(file, third)));
          }
        }
      }
    }
  }

  private static Plan square(byte[] file, int side) {
    return Rendered.draft(Library.engine(), file).scaled(side, side).plan();
  }

  private static void assertRendered(OpenImage image, List<Plan> plans) {
    assertThat(image.render(plans, Map.of()))
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Rendered.class));
  }

  private static Resizing whole(int width) {
    return Resizing.of(SOURCE, new Size(width, width * 3 / 4));
  }

  private static double difference(Rendition one, Rendition other) {
    int[] first = Picture.decode(one.bytes()).argb();
    int[] second = Picture.decode(other.bytes()).argb();
    long sum = 0;
    for (int i = 0; i < first.length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        sum += Math.abs((first[i] >> shift & 255) - (second[i] >> shift & 255));
      }
    }
    return sum / (3.0 * first.length);
  }

  /// Edges and noise at every scale, each twice as fine and half as strong, as in photos.
  private static BufferedImage detailed(Size size) {
    var random = new Random(5);
    var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_3BYTE_BGR);
    float[] corners = new float[1 << 16];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = random.nextFloat();
    }
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        float level = 0;
        for (int scale = 0; scale < 9; scale++) {
          int cell = (x >> scale) * 31 + (y >> scale) * 1009 + scale * 77;
          level += corners[cell & (corners.length - 1)] * (1 << scale) / 2;
        }
        int grey = Math.clamp((int) level, 0, 255);
        image.setRGB(x, y, grey << 16 | (255 - grey) << 8 | grey / 2);
      }
    }
    return image;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    var file = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", file);
    return file.toByteArray();
  }
}
