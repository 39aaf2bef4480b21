package io.tintype.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoweringTest {

  @ParameterizedTest
  @CsvSource({
    "0, 80204060, 80204060",
    "100, 80204060, 80FFFFFF",
    "-100, 80204060, 80000000",
    "50, FF204060, FF9FBFDF", // 255 * 50 / 100 = 127
    "-1, FF204060, FF1E3E5E", // -2.55 rounds towards zero, to -2
  })
  void brightnessAddsWhatThumborAdds(int percent, String before, String after) {
    assertThat(apply(new Tone.Brightness(percent), before)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 80204060, 80204060",
    "-100, 80204060, 80808080",
    "100, FF7F80A0, FF7C80FF", // four times the distance from 128
    "-50, FF0080FF, FF6080 9F", // a quarter of it, rounded towards 128
  })
  void contrastScalesTheDistanceFromMidGrey(int percent, String before, String after) {
    assertThat(apply(new Tone.Contrast(percent), before)).isEqualTo(after.replace(" ", ""));
  }

  @Test
  void rgbAddsToEachChannelByItself() {
    assertThat(apply(new Tone.Rgb(100, 0, -10), "10204060")).isEqualTo("10FF4047");
  }

  @ParameterizedTest
  @CsvSource({
    "FFFF0000, FF4C4C4C",
    "FF00FF00, FF969696",
    "FF0000FF, FF1D1D1D",
    "00FFFFFF, 00FFFFFF",
    "40000000, 40000000",
    "FF808080, FF808080"
  })
  void greyscaleIsLumaAndKeepsAlpha(String before, String after) {
    assertThat(apply(new Tone.Greyscale(), before)).isEqualTo(after);
  }

  @Test
  void staysWithinThumborsRoundingOfTheFormula() {
    double brightness = 0;
    double contrast = 0;
    for (int percent = -100; percent <= 100; percent++) {
      double factor = Math.pow((percent + 100) / 100.0, 2);
      for (int level = 0; level < 256; level++) {
        int grey = 0xFF000000 | (level * 0x010101);
        int brighter = lower(new Tone.Brightness(percent)).apply(grey, 0) & 255;
        int steeper = lower(new Tone.Contrast(percent)).apply(grey, 0) & 255;
        double added = Math.clamp(level + 2.55 * percent, 0, 255);
        double scaled = Math.clamp(factor * (level - 128) + 128, 0, 255);
        brightness = Math.max(brightness, Math.abs(brighter - added));
        contrast = Math.max(contrast, Math.abs(steeper - scaled));
      }
    }
    assertThat(brightness).isLessThan(1);
    // thumbor's factor has two decimals only, which alone is up to 1.28 levels
    assertThat(contrast).isLessThan(2.3);
  }

  @Test
  void saturationOfOneChangesNothing() {
    for (int i = 0; i < 1 << 24; i += 4999) {
      int argb = 0xFF000000 | i;
      assertThat(lower(new Tone.Saturation(1)).apply(argb, 0)).isEqualTo(argb);
    }
  }

  @Test
  void modulatingByNothingChangesNothing() {
    Lowering same = lower(new Tone.Modulate(1, 1, 0, 0));
    for (int i = 0; i < 1 << 24; i += 4999) {
      int after = same.apply(0xFF000000 | i, 0);
      for (int shift = 0; shift < 24; shift += 8) {
        assertThat(((after >> shift) & 255) - ((i >> shift) & 255)).isBetween(-1, 1);
      }
    }
  }

  private static Lowering lower(Tone edit) {
    return Lowering.of(edit, /* alpha= */ true, Histogram::new);
  }

  private static String apply(Tone edit, String argb) {
    return String.format("%08X", lower(edit).apply(Integer.parseUnsignedInt(argb, 16), 0));
  }
}
