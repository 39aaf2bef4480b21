package io.tintype.thumbnailator;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import io.tintype.imaging.Color;
import io.tintype.imaging.Size;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Locale;
import javax.imageio.ImageWriteParam;

/// Writes WebP through libwebp, which webp-imageio carries for the common platforms.
final class WebpEncoder {

  private static final boolean AVAILABLE = tried();

  private WebpEncoder() {}

  /// Whether the native library has loaded on this machine.
  static boolean available() {
    return AVAILABLE;
  }

  static byte[] encode(Pixels picture, int quality) throws IOException {
    var param = new WebPWriteParam(Locale.ROOT);
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionType("Lossy");
    param.setCompressionQuality(quality / 100f);
    return Encoders.written(
        new WebPImageWriterSpi().createWriterInstance(null), picture.image(), param);
  }

  private static boolean tried() {
    try {
      return encode(Pixels.filled(new Size(1, 1), Color.WHITE), 80).length > 0;
    } catch (IOException | RuntimeException | LinkageError e) {
      System.getLogger(WebpEncoder.class.getName())
          .log(Level.WARNING, "WebP can't be written here: {0}", e.toString());
      return false;
    }
  }
}
