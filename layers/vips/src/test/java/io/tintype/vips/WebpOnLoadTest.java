package io.tintype.vips;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Box;
import io.tintype.imaging.Format;
import io.tintype.imaging.Output;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.testkit.Encodings;
import io.tintype.testkit.Fixtures;
import io.tintype.testkit.Picture;
import io.tintype.testkit.PlanDraft;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What libwebp has made smaller while it decoded, beside the same pixels from a PNG.
@ExtendWith(Library.class)
class WebpOnLoadTest {

  /// In levels, as for JPEG: the resampler begins with averages as libwebp does, but of other
  /// squares, and the edges of a part are off by a quarter of a pixel of the result at most.
  private static final double MEAN = 1.5;

  @ParameterizedTest
  @CsvSource({"1601, 1203, 300", "1599, 1205, 100", "1023, 511, 31"})
  void looksTheSame(int width, int height, int wanted) throws IOException {
    byte[] png = Fixtures.png(drawn(new Size(width, height)));
    byte[] webp = lossless(png);
    var small = new Size(wanted, Math.max(1, wanted * height / width));

    assertAlike(png, webp, small, Box.of(new Size(width, height)));
    assertAlike(png, webp, small, new Box(width / 5, height / 7, width / 2, height / 2));
  }

  private static void assertAlike(byte[] png, byte[] webp, Size small, Box part) {
    Picture expected = Picture.decode(rendered(png, small, part).bytes());
    Rendition rendition = rendered(webp, small, part);
    assertThatPicture(rendition.bytes()).hasSize(small);
    int[] first = expected.argb();
    int[] second = Picture.decode(rendition.bytes()).argb();
    long sum = 0;
    for (int i = 0; i < first.length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        sum += Math.abs((first[i] >> shift & 255) - (second[i] >> shift & 255));
      }
    }
    assertThat(sum / (3.0 * first.length)).as("%s of %s", small, part).isLessThan(MEAN);
  }

  private static Rendition rendered(byte[] file, Size small, Box part) {
    PlanDraft draft = Rendered.draft(Library.engine(), file).crop(part);
    return Rendered.one(
        Library.engine(), file, draft.scaled(small.width(), small.height()).as(Format.PNG));
  }

  private static byte[] lossless(byte[] png) {
    var output = Output.AS_SOURCE.withEncoding(Encodings.LOSSLESS);
    var draft = Rendered.draft(Library.engine(), png).output(output, Format.WEBP);
    return Rendered.one(Library.engine(), png, draft).bytes();
  }

  /// Lines and shapes over a gradient.
  private static BufferedImage drawn(Size size) {
    var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D canvas = image.createGraphics();
    canvas.setPaint(new GradientPaint(0, 0, Color.ORANGE, size.width(), size.height(), Color.BLUE));
    canvas.fillRect(0, 0, size.width(), size.height());
    var random = new Random(7);
    for (int i = 0; i < 300; i++) {
      canvas.setColor(new Color(random.nextInt(1 << 24)));
      int x = random.nextInt(size.width());
      int y = random.nextInt(size.height());
      canvas.fillOval(x, y, 1 + random.nextInt(90), 1 + random.nextInt(90));
      canvas.drawLine(x, y, random.nextInt(size.width()), random.nextInt(size.height()));
    }
    canvas.dispose();
    return image;
  }
}
