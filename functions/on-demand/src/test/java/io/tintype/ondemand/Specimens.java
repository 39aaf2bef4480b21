package io.tintype.ondemand;

import io.tintype.imaging.Color;
import io.tintype.imaging.Findings.Face;
import io.tintype.imaging.Size;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.moderation.Label;
import io.tintype.pipeline.moderation.Labels;
import io.tintype.pipeline.moderation.Look;
import io.tintype.testkit.Fixtures;
import io.tintype.testkit.Picture;
import io.tintype.testkit.Quadrants;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The originals that rows are about. They are drawn with whole numbers only, so that they are the
/// same everywhere.
final class Specimens {

  static final Size SIZE = new Size(64, 48);

  private static final int WHITE = 0xFFFFFFFF;
  private static final int BLACK = 0xFF000000;
  private static final int CLEAR = 0;

  /// Where `photo.png` has its face.
  private static final Face FACE = new Face(8 / 64.0, 10 / 48.0, 24 / 64.0, 24 / 48.0);

  private static final List<String> NAMES =
      List.of(
          "photo.png",
          "glass.png",
          "mark.png",
          "same.png",
          "frame.png",
          "roomy.png",
          "bordered.png",
          "quarters.png",
          "full.jpg",
          "moving.gif",
          "drawing.svg",
          "pages.tiff",
          "grey.png");

  private Specimens() {}

  @FunctionalInterface
  private interface Drawing {

    /// `0xAARRGGBB`
    int at(int x, int y);
  }

  /// All of them as originals.
  static void into(Bench bench) {
    for (String name : NAMES) {
      bench.originals.put(original(name), file(name));
    }
    bench.saw(
        original("photo.png"),
        new Look(
            Optional.of(new Labels(List.of(new Label("Smoking", "", 1, 90)), "7.0")),
            Optional.of(List.of(FACE))));
  }

  static byte[] file(String name) {
    Color blue = Quadrants.BLUE;
    return switch (name) {
      case "photo.png" -> drawn(SIZE, Specimens::scene);
      case "glass.png" -> drawn(SIZE, Specimens::glass);
      case "mark.png" -> drawn(new Size(24, 16), Specimens::mark);
      case "same.png" -> drawn(SIZE, Specimens::ramp);
      case "frame.png" -> drawn(new Size(14, 14), Specimens::nineWindow);
      case "roomy.png" -> drawn(new Size(14, 14), Specimens::roomyWindow);
      case "bordered.png" -> drawn(SIZE, Specimens::bordered);
      case "grey.png" -> grey();
      case "quarters.png" -> Fixtures.png(SIZE);
      case "full.jpg" -> Fixtures.jpegFullOfMetadata();
      case "moving.gif" -> Fixtures.animatedGif();
      case "drawing.svg" -> svg();
      case "pages.tiff" ->
          Fixtures.tiffOfPages(Quadrants.UPRIGHT, new Quadrants(blue, blue, blue, blue));
      case String other -> throw new IllegalArgumentException("There is no " + other);
    };
  }

  /// What one looks like, of those that the JDK reads.
  static Picture picture(String name) {
    return Picture.decode(file(name));
  }

  private static ObjectRef original(String name) {
    return new ObjectRef("originals", name);
  }

  /// A ramp of colours with a face, a blue stripe, a chequered corner and all greys below.
  private static int scene(int x, int y) {
    if (y >= 40) {
      return BLACK | x * 255 / 63 * 0x010101;
    }
    if (x >= 48 && y < 16) {
      return (x / 4 + y / 4) % 2 == 0 ? WHITE : BLACK;
    }
    if (square(x - 20) + square(y - 22) <= square(12)) {
      boolean eye = y >= 18 && y < 21 && ((x >= 14 && x < 17) || (x >= 24 && x < 27));
      boolean mouth = y >= 27 && y < 29 && x >= 15 && x < 26;
      return eye ? 0xFF302010 : mouth ? 0xFFB03040 : 0xFFE6B48C;
    }
    if (x + y >= 68 && x + y < 76) {
      return 0xFF143CC8;
    }
    return rgb(x * 4, y * 6, 128 - x + y);
  }

  /// The scene behind glass: opaque on the left, clear on the right.
  private static int glass(int x, int y) {
    int alpha = Math.clamp(255 - (x - 16) * 8, 0, 255);
    return alpha == 0 ? CLEAR : (alpha << 24) | (scene(x, y) & 0xFFFFFF);
  }

  /// An oval with soft edges, from red to blue.
  private static int mark(int x, int y) {
    int distance = square(2 * x - 23) * 4 + square(2 * y - 15) * 9;
    int alpha = Math.clamp((2116 - distance) / 4, 0, 255);
    return alpha == 0 ? CLEAR : (alpha << 24) | (rgb(255 - x * 10, 40, x * 10) & 0xFFFFFF);
  }

  /// Brown and gold, marked to stretch in the middle.
  private static int nineWindow(int x, int y) {
    boolean outermost = x == 0 || y == 0 || x == 13 || y == 13;
    if (outermost) {
      boolean marks = (y == 0 && x >= 6 && x < 8) || (x == 0 && y >= 6 && y < 8);
      return marks ? BLACK : CLEAR;
    }
    int depth = Math.min(Math.min(x, 13 - x), Math.min(y, 13 - y));
    return depth > 3 ? CLEAR : depth == 2 ? 0xFFF0C85A : 0xFF783C0A;
  }

  /// The same, which keeps the picture 2 pixels from the left, 4 from the top, 1 from the right and
  /// 3 from the bottom.
  private static int roomyWindow(int x, int y) {
    boolean place = (y == 13 && x >= 3 && x <= 11) || (x == 13 && y >= 5 && y <= 9);
    return place ? BLACK : nineWindow(x, y);
  }

  /// A green field 40x20 at 12,16 on white.
  private static int bordered(int x, int y) {
    boolean field = x >= 12 && x < 52 && y >= 16 && y < 36;
    return field ? rgb(0, 160, x * 3) : WHITE;
  }

  private static byte[] svg() {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">
      <rect width="40" height="30" fill="#0000ff"/>
      <circle cx="20" cy="15" r="12" fill="#ffff00"/>
    </svg>
    """
        .getBytes(StandardCharsets.UTF_8);
  }

  private static int ramp(int x, int y) {
    return rgb(x * 4, 0xF0, 0x0F);
  }

  /// Stored as grey: light in the upper left corner, dark in the lower right one.
  static int greyLevel(int x, int y) {
    return 255 - 2 * x - 2 * y;
  }

  private static byte[] grey() {
    var image = new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < SIZE.height(); y++) {
      for (int x = 0; x < SIZE.width(); x++) {
        image.getRaster().setSample(x, y, 0, greyLevel(x, y));
      }
    }
    return Fixtures.png(image);
  }

  private static int rgb(int red, int green, int blue) {
    return BLACK | (red << 16) | (green << 8) | blue;
  }

  private static int square(int value) {
    return value * value;
  }

  private static byte[] drawn(Size size, Drawing drawing) {
    var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
    boolean opaque = true;
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        image.setRGB(x, y, drawing.at(x, y));
        opaque &= drawing.at(x, y) >>> 24 == 255;
      }
    }
    return Fixtures.png(opaque ? withoutAlpha(image) : image);
  }

  private static BufferedImage withoutAlpha(BufferedImage image) {
    var colors = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colors.setRGB(x, y, image.getRGB(x, y));
      }
    }
    return colors;
  }
}
