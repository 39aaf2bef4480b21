package io.tintype.thumbnailator;

import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.icns.ICNSImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.pcx.PCXImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.pnm.PNMImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.psd.PSDImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tga.TGAImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.awt.color.ColorSpace;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;

/// The reader and the writer of each format, chosen by name. ImageIO is never asked which of its
/// plug-ins likes a file, and none has to be found on a class path: a function's class loader
/// isn't the one that ImageIO looks into.
final class Codecs {

  private static final String JDK = "com.sun.imageio.plugins.";
  private static final Map<Format, ImageReaderSpi> READERS = new EnumMap<>(Format.class);
  private static final ImageWriterSpi JPEG_WRITER;
  private static final ImageWriterSpi PNG_WRITER;
  private static final ImageWriterSpi GIF_WRITER;

  static {
    ImageIO.setUseCache(false);
    // The JPEG reader first: the TIFF reader looks for it.
    READERS.put(Format.JPEG, registered(new JPEGImageReaderSpi()));
    READERS.put(Format.TIFF, registered(new TIFFImageReaderSpi()));
    READERS.put(Format.WEBP, registered(new WebPImageReaderSpi()));
    READERS.put(Format.BMP, registered(new BMPImageReaderSpi()));
    READERS.put(Format.PSD, registered(new PSDImageReaderSpi()));
    READERS.put(Format.TGA, registered(new TGAImageReaderSpi()));
    READERS.put(Format.PNM, registered(new PNMImageReaderSpi()));
    READERS.put(Format.ICNS, registered(new ICNSImageReaderSpi()));
    READERS.put(Format.PCX, registered(new PCXImageReaderSpi()));
    READERS.put(Format.PNG, ofJdk(ImageReaderSpi.class, "png.PNGImageReaderSpi"));
    READERS.put(Format.GIF, ofJdk(ImageReaderSpi.class, "gif.GIFImageReaderSpi"));
    JPEG_WRITER = ofJdk(ImageWriterSpi.class, "jpeg.JPEGImageWriterSpi");
    PNG_WRITER = ofJdk(ImageWriterSpi.class, "png.PNGImageWriterSpi");
    GIF_WRITER = ofJdk(ImageWriterSpi.class, "gif.GIFImageWriterSpi");
  }

  private Codecs() {}

  static Set<Format> readable() {
    return READERS.keySet();
  }

  static ImageReader reader(Format format) throws IOException {
    ImageReaderSpi provider = READERS.get(format);
    if (provider == null) {
      throw new TintypeException(
          Reason.UNSUPPORTED, "Expected one of " + readable() + " but received " + format);
    }
    return provider.createReaderInstance();
  }

  /// A way to read colours as they are stored, where the reader offers one beside its own
  /// conversion to sRGB, which would go through all pixels.
  static Optional<ImageTypeSpecifier> unconverted(ImageReader reader, int index)
      throws IOException {
    Iterator<ImageTypeSpecifier> types = reader.getImageTypes(index);
    while (types.hasNext()) {
      ImageTypeSpecifier type = types.next();
      ColorSpace space = type.getColorModel().getColorSpace();
      if (!space.isCS_sRGB() && space.getType() == ColorSpace.TYPE_RGB) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  static ImageWriter jpegWriter() throws IOException {
    return JPEG_WRITER.createWriterInstance();
  }

  static ImageWriter pngWriter() throws IOException {
    return PNG_WRITER.createWriterInstance();
  }

  static ImageWriter gifWriter() throws IOException {
    return GIF_WRITER.createWriterInstance();
  }

  /// Registration is what connects the JPEG reader with the JDK's, which it builds on.
  private static ImageReaderSpi registered(ImageReaderSpi provider) {
    IIORegistry registry = IIORegistry.getDefaultInstance();
    ImageReaderSpi present = registry.getServiceProviderByClass(provider.getClass());
    if (present != null) {
      return present;
    }
    registry.registerServiceProvider(provider, ImageReaderSpi.class);
    return provider;
  }

  private static <T extends ImageReaderWriterSpi> T ofJdk(Class<T> kind, String name) {
    Iterator<T> providers =
        IIORegistry.getDefaultInstance().getServiceProviders(kind, /* useOrdering= */ false);
    while (providers.hasNext()) {
      T provider = providers.next();
      if (provider.getClass().getName().equals(JDK + name)) {
        return provider;
      }
    }
    throw new IllegalStateException("This Java has no " + JDK + name);
  }
}
