package io.tintype.imaging.header;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Shared;
import io.tintype.imaging.Size;
import io.tintype.imaging.SourceInfo;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real files, which lie beside the project and never in it.
class SharedImagesTest {

  @ParameterizedTest
  @CsvSource({
    "1x1.png, PNG, 1, 1, 1, 1",
    "animated.gif, GIF, 100, 100, 1, 2",
    "cmyk-exif.jpg, JPEG, 800, 533, 6, 1",
    "earth.gif, GIF, 400, 400, 1, 44",
    "grad.tif, TIFF, 100, 100, 1, 1",
    "huge.jpg, JPEG, 9643, 10328, 1, 1",
    "image.avif, AVIF, 300, 400, 1, 1",
    "image.heic, HEIF, 256, 256, 1, 1",
    "image.jpg, JPEG, 300, 400, 1, 1",
    "image.webp, WEBP, 300, 400, 1, 1",
    "image_noext, JPEG, 300, 400, 1, 1",
    "logo.svg, SVG, 1024, 1376, 1, 1",
    "no_face.jpg, JPEG, 640, 480, 1, 1",
    "p12.jpg, JPEG, 4000, 3000, 1, 1",
    "photo.jpg, JPEG, 800, 533, 1, 1",
    "photo.png, PNG, 800, 533, 1, 1",
    "watermark.png, PNG, 30, 30, 1, 1"
  })
  void readsRealFiles(String name, Format format, int width, int height, int exif, int frames)
      throws IOException {
    SourceInfo info = HeadersTest.read(image(name));

    assertThat(info.format()).isEqualTo(format);
    assertThat(info.stored()).isEqualTo(new Size(width, height));
    assertThat(info.orientation().exif()).isEqualTo(exif);
    assertThat(info.frames()).isEqualTo(frames);
  }

  @Test
  void refusesTheFileOfOneByte() throws IOException {
    HeadersTest.assertRefused(image("invalid.jpg"), Reason.UNSUPPORTED, "not an image");
  }

  private static byte[] image(String name) throws IOException {
    return Files.readAllBytes(Shared.file("images").resolve(name));
  }
}
