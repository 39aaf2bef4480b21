package io.tintype.testkit;

import io.tintype.imaging.Color;
import io.tintype.imaging.Format;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Size;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Small picture files, all made in code. Unless said otherwise they show [Quadrants#UPRIGHT] in
/// [#SIZE].
public final class Fixtures {

  public static final Size SIZE = new Size(64, 48);

  /// The grey of [#iccJpeg] and its like: stored as 55 in linear light, which is 128 in sRGB.
  public static final Color ICC_GREY = Color.opaque(128, 128, 128);

  private static final int STORED_GREY = 55;
  private static final int SIDE_OF_ICON = 128;

  private Fixtures() {}

  /// The quadrants in that format; an ICNS has 128x128 pixels. Empty for the formats that the
  /// testkit can't write.
  public static Optional<byte[]> in(Format format) {
    BufferedImage image = quadrants();
    return switch (format) {
      case JPEG -> Optional.of(jpeg());
      case PNG -> Optional.of(png());
      case GIF -> Optional.of(written(image, "gif"));
      case WEBP -> Optional.of(WebpFile.still(image));
      case TIFF -> Optional.of(written(image, "tiff"));
      case BMP -> Optional.of(written(image, "bmp"));
      case PSD -> Optional.of(PlainFormats.psd(image));
      case TGA -> Optional.of(PlainFormats.tga(image));
      case PNM -> Optional.of(PlainFormats.pnm(image));
      case ICNS -> Optional.of(PlainFormats.icns(png(new Size(SIDE_OF_ICON, SIDE_OF_ICON))));
      case PCX -> Optional.of(PlainFormats.pcx(image));
      case SVG -> Optional.of(SvgFile.quadrants(SIZE));
      case AVIF, HEIF -> Optional.empty();
    };
  }

  public static byte[] jpeg() {
    return JpegFile.of(quadrants());
  }

  public static byte[] jpeg(Size size) {
    return JpegFile.of(rgb(size));
  }

  public static byte[] progressiveJpeg() {
    return JpegFile.progressive(quadrants());
  }

  /// Upright once the EXIF orientation is obeyed, and of [#SIZE] then.
  public static byte[] orientedJpeg(Orientation orientation) {
    int turns = orientation.quarterTurns();
    Size stored = turns % 2 == 0 ? SIZE : SIZE.turned();
    Quadrants quarters = Quadrants.UPRIGHT.turned(-turns);
    if (orientation.mirrored()) {
      quarters = quarters.mirrored();
    }
    var image = quarters.draw(stored.width(), stored.height(), BufferedImage.TYPE_INT_RGB);
    return JpegFile.withExif(JpegFile.of(image), orientation);
  }

  public static byte[] cmykJpeg() {
    return JpegFile.cmyk(quadrants());
  }

  /// A grey plane, [#ICC_GREY], whose numbers only make sense with the profile.
  public static byte[] iccJpeg() {
    return JpegFile.withIcc(JpegFile.of(storedGrey()), linearProfile());
  }

  public static byte[] iccPng() {
    return PngFile.withIcc(written(storedGrey(), "png"), linearProfile());
  }

  /// @param alpha of every pixel
  public static byte[] iccWebp(int alpha) {
    return WebpFile.plain(SIZE, storedGrey(alpha), linearProfile());
  }

  public static byte[] iccAnimatedWebp() {
    return WebpFile.plainTwice(SIZE, storedGrey(200), linearProfile());
  }

  private static Color storedGrey(int alpha) {
    return new Color(STORED_GREY, STORED_GREY, STORED_GREY, alpha);
  }

  /// Grey in 1, 2, 4 or 8 bits, transparent above where it has that level, and white below.
  public static byte[] greyPngWithHole(int depth, int level) {
    return PngFile.greyWithHole(SIZE, depth, level);
  }

  /// One colour all over, as linear light in 32-bit floating point, with alpha.
  public static byte[] floatTiff(Color color) {
    return FloatTiff.plain(SIZE, color);
  }

  /// Grey 55 with a profile whose middle is gone: what it says can't be used.
  public static byte[] jpegWithDamagedProfile() {
    byte[] profile = linearProfile();
    Arrays.fill(profile, 132, profile.length, (byte) 0x5A);
    return JpegFile.withIcc(JpegFile.of(storedGrey()), profile);
  }

  /// With EXIF, XMP, IPTC, a profile and a comment.
  public static byte[] jpegFullOfMetadata() {
    byte[] file = JpegFile.withComment(jpeg(), "made by hand");
    file = JpegFile.withXmp(JpegFile.withIptc(file), "<x:xmpmeta/>");
    byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    return JpegFile.withExif(JpegFile.withIcc(file, srgb), Orientation.TOP_LEFT);
  }

  /// With EXIF, a profile and comments.
  public static byte[] pngFullOfMetadata() {
    byte[] file = PngFile.with(png(), "eXIf", JpegFile.exif(Orientation.TOP_LEFT));
    file = PngFile.with(file, "tEXt", new Bytes().text("Author\0somebody").done());
    return PngFile.withIcc(file, ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
  }

  /// With EXIF, XMP and a profile.
  public static byte[] webpFullOfMetadata() {
    byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    byte[] exif = JpegFile.exif(Orientation.TOP_LEFT);
    return WebpFile.still(quadrants(), srgb, exif, new Bytes().text("<x:xmpmeta/>").done());
  }

  public static byte[] png() {
    return png(SIZE);
  }

  public static byte[] png(Size size) {
    return written(rgb(size), "png");
  }

  /// [Quadrants#WITH_HOLE].
  public static byte[] transparentPng() {
    return transparentPng(SIZE);
  }

  public static byte[] transparentPng(Size size) {
    return written(
        Quadrants.WITH_HOLE.draw(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB), "png");
  }

  /// [Quadrants#WITH_HOLE].
  public static byte[] transparentWebp() {
    return WebpFile.still(
        Quadrants.WITH_HOLE.draw(SIZE.width(), SIZE.height(), BufferedImage.TYPE_INT_ARGB));
  }

  /// One colour everywhere, alpha included.
  public static byte[] plainPng(Size size, Color color) {
    var quarters = new Quadrants(color, color, color, color);
    return written(quarters.draw(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB), "png");
  }

  /// Red grows from 0 to 255 to the right, green downwards, blue is 128.
  public static byte[] gradientPng(Size size) {
    var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        int red = x * 255 / Math.max(1, size.width() - 1);
        int green = y * 255 / Math.max(1, size.height() - 1);
        image.setRGB(x, y, (red << 16) | (green << 8) | 128);
      }
    }
    return written(image, "png");
  }

  /// [Quadrants#WITH_HOLE] in 16 bits a component.
  public static byte[] sixteenBitPng() {
    var colors =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            true,
            false,
            Transparency.TRANSLUCENT,
            DataBuffer.TYPE_USHORT);
    WritableRaster raster = colors.createCompatibleWritableRaster(SIZE.width(), SIZE.height());
    var eight = Quadrants.WITH_HOLE.draw(SIZE.width(), SIZE.height(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < SIZE.height(); y++) {
      for (int x = 0; x < SIZE.width(); x++) {
        int[] samples = eight.getColorModel().getComponents(eight.getRGB(x, y), null, 0);
        for (int band = 0; band < 4; band++) {
          raster.setSample(x, y, band, samples[band] * 257);
        }
      }
    }
    return written(new BufferedImage(colors, raster, false, null), "png");
  }

  /// A plane of grey 128, stored in one component; empty for the formats that have no such thing
  /// or that the testkit can't write.
  public static Optional<byte[]> greyIn(Format format) {
    BufferedImage image = grey(128);
    return switch (format) {
      case PNG -> Optional.of(written(image, "png"));
      case JPEG -> Optional.of(JpegFile.of(image));
      case TIFF -> Optional.of(written(image, "tiff"));
      case BMP -> Optional.of(written(image, "bmp"));
      case PNM -> Optional.of(PlainFormats.greyPnm(image));
      case TGA -> Optional.of(PlainFormats.greyTga(image));
      case PSD -> Optional.of(PlainFormats.greyPsd(image));
      case GIF, WEBP, AVIF, HEIF, SVG, ICNS, PCX -> Optional.empty();
    };
  }

  public static byte[] palettePng() {
    var image = new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_BYTE_INDEXED);
    image.createGraphics().drawImage(quadrants(), 0, 0, null);
    return written(image, "png");
  }

  /// Canvas 40x30, played three times, every frame another disposal; see [#animatedFrames].
  public static byte[] animatedGif() {
    Size canvas = new Size(40, 30);
    Size quarter = new Size(20, 15);
    return new GifFile(canvas, 3, Quadrants.RED, Quadrants.GREEN, Quadrants.BLUE, Quadrants.YELLOW)
        .box(0, 0, canvas, Quadrants.RED, 10, GifFile.Disposal.KEEP)
        .box(0, 0, quarter, Quadrants.GREEN, 20, GifFile.Disposal.BACKGROUND)
        .box(20, 15, quarter, Quadrants.BLUE, 30, GifFile.Disposal.PREVIOUS)
        .box(0, 15, quarter, Quadrants.YELLOW, 40, GifFile.Disposal.KEEP)
        .done();
  }

  /// What a viewer shows of [#animatedGif], one after another.
  public static List<Quadrants> animatedFrames() {
    Color red = Quadrants.RED;
    Color none = Color.TRANSPARENT;
    return List.of(
        new Quadrants(red, red, red, red),
        new Quadrants(Quadrants.GREEN, red, red, red),
        new Quadrants(none, red, red, Quadrants.BLUE),
        new Quadrants(none, red, Quadrants.YELLOW, red));
  }

  /// [#SIZE], 120 ms a frame, five times: the quadrants, then red over the lower right one, then
  /// blue over the upper right one with the rest transparent.
  public static byte[] animatedWebp() {
    Color red = Quadrants.RED;
    Color none = Color.TRANSPARENT;
    var overlay = new Quadrants(none, Quadrants.BLUE, none, none);
    return WebpFile.animated(
        5,
        120,
        new WebpFile.Patch(0, 0, argb(Quadrants.UPRIGHT, SIZE)),
        new WebpFile.Patch(32, 24, argb(new Quadrants(red, red, red, red), new Size(32, 24))),
        new WebpFile.Patch(0, 0, argb(overlay, SIZE)));
  }

  /// What a viewer shows of [#animatedWebp], one after another.
  public static List<Quadrants> animatedWebpFrames() {
    Quadrants first = Quadrants.UPRIGHT;
    Color red = Quadrants.RED;
    Color blue = Quadrants.BLUE;
    return List.of(
        first, new Quadrants(red, Quadrants.GREEN, blue, red), new Quadrants(red, blue, blue, red));
  }

  /// One page for each, all of [#SIZE].
  public static byte[] tiffOfPages(Quadrants... pages) {
    var bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (Quadrants page : pages) {
        var image = page.draw(SIZE.width(), SIZE.height(), BufferedImage.TYPE_INT_RGB);
        writer.writeToSequence(new IIOImage(image, null, null), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// Every pixel another colour, the same every time; with alpha some can't be seen at all and the
  /// others are more or less opaque.
  public static byte[] noisyPng(Size size, boolean alpha) {
    var random = new Random(20);
    int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    var image = new BufferedImage(size.width(), size.height(), type);
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        int opacity = !alpha ? 255 : random.nextInt(4) == 0 ? 0 : 128 + random.nextInt(128);
        image.setRGB(x, y, opacity << 24 | random.nextInt(1 << 24));
      }
    }
    return png(image);
  }

  /// The left half has that colour, the right half is transparent black.
  public static byte[] halfTransparentPng(Size size, Color color) {
    var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
    int argb = color.alpha() << 24 | color.red() << 16 | color.green() << 8 | color.blue();
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width() / 2; x++) {
        image.setRGB(x, y, argb);
      }
    }
    return png(image);
  }

  private static BufferedImage argb(Quadrants quarters, Size size) {
    return quarters.draw(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
  }

  /// Any picture, as the JDK writes it.
  public static byte[] png(BufferedImage image) {
    return written(image, "png");
  }

  private static BufferedImage quadrants() {
    return rgb(SIZE);
  }

  private static BufferedImage rgb(Size size) {
    return Quadrants.UPRIGHT.draw(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
  }

  private static BufferedImage grey(int level) {
    var image = new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < SIZE.height(); y++) {
      for (int x = 0; x < SIZE.width(); x++) {
        image.getRaster().setSample(x, y, 0, level);
      }
    }
    return image;
  }

  private static BufferedImage storedGrey() {
    Color stored = Color.opaque(STORED_GREY, STORED_GREY, STORED_GREY);
    return new Quadrants(stored, stored, stored, stored)
        .draw(SIZE.width(), SIZE.height(), BufferedImage.TYPE_INT_RGB);
  }

  private static byte[] linearProfile() {
    return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
  }

  private static byte[] written(BufferedImage image, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new AssertionError("The JDK has no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
