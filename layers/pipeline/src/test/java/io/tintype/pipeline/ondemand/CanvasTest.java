package io.tintype.pipeline.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Color;
import io.tintype.imaging.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanvasTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "9, 3", "300, 200"})
  void isAPictureOfOneColour(int width, int height) throws IOException {
    var source = Canvas.of(new Color(10, 20, 30, 128), new Size(width, height));
    var bytes = new byte[source.size()];
    source.buffer().get(bytes);

    var picture = ImageIO.read(new ByteArrayInputStream(bytes));

    assertThat(picture.getWidth()).isEqualTo(width);
    assertThat(picture.getHeight()).isEqualTo(height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        assertThat(picture.getRGB(x, y)).isEqualTo(0x800a141e);
      }
    }
  }
}
