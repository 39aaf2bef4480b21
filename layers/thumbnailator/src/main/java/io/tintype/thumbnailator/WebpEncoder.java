package io.tintype.thumbnailator;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import io.tintype.imaging.Color;
import io.tintype.imaging.Encoding;
import io.tintype.imaging.Size;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageWriteParam;

/// Writes WebP through libwebp, which webp-imageio carries for the common platforms.
final class WebpEncoder {

  private static final boolean AVAILABLE = tried();

  private WebpEncoder() {}

  /// Whether the native library has loaded on this machine.
  static boolean available() {
    return AVAILABLE;
  }

  static byte[] encode(Pixels picture, int quality, Encoding encoding) throws IOException {
    var param = new WebPWriteParam(Locale.ROOT);
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionType(encoding.lossless() ? "Lossless" : "Lossy");
    param.setCompressionQuality(encoding.lossless() ? 1 : quality / 100f);
    return Encoders.written(
        new WebPImageWriterSpi().createWriterInstance(null), picture.image(), param);
  }

  private static boolean tried() {
    if (!carried()) {
      unavailable("there is no native library for " + platform());
      return false;
    }
    try {
      return encode(Pixels.filled(new Size(1, 1), Color.WHITE), 80, Encoding.USUAL).length > 0;
    } catch (IOException | RuntimeException | LinkageError e) {
      unavailable(e.toString());
      return false;
    }
  }

  private static void unavailable(String reason) {
    System.getLogger(WebpEncoder.class.getName())
        .log(Level.WARNING, () -> "WebP is not written here: " + reason);
  }

  /// Asked first, because webp-imageio prints a stack trace when it finds nothing.
  private static boolean carried() {
    return Stream.of("libwebp-imageio.so", "libwebp-imageio.dylib", "webp-imageio.dll")
        .anyMatch(
            name ->
                WebPImageWriterSpi.class.getResource("/native/" + platform() + "/" + name) != null);
  }

  /// Folder of the platform in webp-imageio's jar, such as `Linux/x86_64`.
  private static String platform() {
    String name = System.getProperty("os.name", "");
    // "Mac OS X", "Windows 11"
    String system = name.contains(" ") ? name.substring(0, name.indexOf(' ')) : name;
    String processor =
        switch (System.getProperty("os.arch", "")) {
          case "amd64", "x64" -> "x86_64";
          case "arm64" -> "aarch64";
          case "i386", "i486", "i586", "i686" -> "x86";
          case String other -> other;
        };
    return system + "/" + processor;
  }
}
