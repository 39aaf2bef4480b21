package io.tintype.vips;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Box;
import io.tintype.imaging.Format;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Size;
import io.tintype.imaging.SourceInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizingTest {

  private static final Size SOURCE = new Size(4000, 3000);

  @ParameterizedTest
  @CsvSource({"4000, 1", "2001, 1", "1600, 1", "1300, 2", "800, 4", "400, 8", "200, 8", "100, 8"})
  void loadsWholeJpegsSmallerBySharpsRule(int width, int shrink) {
    var resizing = Resizing.of(SOURCE, new Size(width, width * 3 / 4));
    assertThat(Math.min(8, resizing.shrink(info(Format.JPEG)))).isEqualTo(shrink);
  }

  @ParameterizedTest
  @CsvSource({"4000, 1", "1001, 1", "1000, 2", "500, 4", "499, 4", "100, 16"})
  void leavesAFactorOfTwoToTheResamplerElsewhere(int width, int shrink) {
    var resizing = Resizing.of(SOURCE, new Size(width, width * 3 / 4));
    assertThat(resizing.shrink(info(Format.PNG))).isEqualTo(shrink);
  }

  @Test
  void looksAtTheSideThatShrinksLess() {
    var resizing = Resizing.of(SOURCE, new Size(10, 2500));
    assertThat(resizing.shrink(info(Format.JPEG))).isEqualTo(1);
  }

  @Test
  void leavesAFactorOfTwoForPartsOfAJpeg() {
    var resizing = new Resizing(SOURCE, new Box(0, 0, 3999, 3000), new Size(800, 600));
    assertThat(resizing.shrink(info(Format.JPEG))).isEqualTo(2);
  }

  private static SourceInfo info(Format format) {
    return new SourceInfo(
        format,
        SOURCE,
        Orientation.TOP_LEFT,
        1,
        /* alpha= */ false,
        /* animated= */ false,
        /* bytes= */ 1);
  }
}
