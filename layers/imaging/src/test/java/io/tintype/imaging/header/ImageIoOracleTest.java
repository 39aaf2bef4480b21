package io.tintype.imaging.header;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Format;
import io.tintype.imaging.Size;
import io.tintype.imaging.SourceInfo;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files of an independent writer, the JDK's own.
class ImageIoOracleTest {

  @ParameterizedTest
  @CsvSource({
    "jpg, JPEG, false",
    "png, PNG, true",
    "gif, GIF, true",
    "bmp, BMP, false",
    "tif, TIFF, true"
  })
  void readsWhatTheJdkWrites(String suffix, Format format, boolean alpha) throws IOException {
    int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(new BufferedImage(301, 207, type), suffix, out)).isTrue();

    SourceInfo info = HeadersTest.read(out.toByteArray());

    assertThat(info.format()).isEqualTo(format);
    assertThat(info.stored()).isEqualTo(new Size(301, 207));
    assertThat(info.alpha()).isEqualTo(alpha);
    assertThat(info.frames()).isEqualTo(1);
  }
}
