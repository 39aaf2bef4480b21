package io.tintype.imaging;

import static io.tintype.imaging.Rasters.argb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbHashTest {

  /// What the format's own JavaScript (thumbhash 0.1.1) gives for the same pictures.
  @Test
  void givesTheSameBytesAsTheOriginalImplementation() {
    assertThat(hash(noise(40, 30, false))).isEqualTo("3hcGJYYwQ5VacYfnNni3l0lw57+K");
    assertThat(hash(noise(30, 40, true))).isEqualTo("nxeCHAQHJURQ+Ei2Z2YM/bx3BWlnZ1d3BQ==");
    assertThat(hash(noise(100, 60, false))).isEqualTo("3wcCDIKFAllUdDJmCeZaAaL4zg==");
    assertThat(hash(noise(9, 100, false))).isEqualTo("3hcKGRJ3Zgh3iWTWd2SAp/o=");
    assertThat(hash(noise(64, 64, true))).isEqualTo("HwiCDQIHJ3dkBYRQ7/gDq/muJAS1xSJSGw==");
    assertThat(hash(noise(100, 20, true))).isEqualTo("3xeGCYIHdgSXx4hHBfiuaUFglsYFUS0=");
  }

  @ParameterizedTest
  @CsvSource({"100, 75", "75, 100", "60, 60", "100, 15", "15, 100", "100, 1", "1, 1"})
  void remembersColourAndShape(int width, int height) {
    var decoded = new ThumbHashDecoder(ThumbHash.of(gradient(width, height)));
    Raster picture = gradient(width, height);
    assertThat(decoded.red()).isCloseTo(mean(picture, 16), within(0.05));
    assertThat(decoded.green()).isCloseTo(mean(picture, 8), within(0.05));
    assertThat(decoded.blue()).isCloseTo(mean(picture, 0), within(0.05));
    assertThat(decoded.alpha()).isEqualTo(1);
    double aspect = Math.clamp((double) width / height, 1.0 / 7, 7);
    assertThat(decoded.aspect() / aspect).isBetween(0.75, 1.34);
  }

  @Test
  void remembersWhereThePictureIsBrightAndWhereItIsClear() {
    var decoded = new ThumbHashDecoder(ThumbHash.of(gradient(100, 100)));
    assertThat(decoded.luminance(0.9, 0.9) - decoded.luminance(0.1, 0.1)).isGreaterThan(0.3);
    Raster half = Rasters.paint(50, 50, (x, _) -> x < 25 ? 0 : argb(255, 200, 100, 0));
    var clear = new ThumbHashDecoder(ThumbHash.of(half));
    assertThat(clear.alpha()).isCloseTo(0.5, within(0.05));
    assertThat(clear.red()).as("what is clear has no colour").isCloseTo(0.78, within(0.05));
  }

  @Test
  void holdsNoNoiseForAFlatPicture() {
    for (int colour : new int[] {0xFFFFFFFF, 0xFF000000, 0xFFC86432, 0x80C86432, 0}) {
      byte[] one = ThumbHash.of(Rasters.flat(1, 1, colour));
      byte[] many = ThumbHash.of(Rasters.flat(64, 64, colour));
      assertThat(one).isEqualTo(many).hasSizeBetween(24, 25);
      var decoded = new ThumbHashDecoder(many);
      assertThat(decoded.luminance(0.1, 0.1)).isEqualTo(decoded.luminance(0.7, 0.9));
    }
  }

  @Test
  void refusesALargePicture() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThumbHash.of(gradient(101, 1)))
        .withMessage("Expected a picture of at most 100x100 pixels but received 101x1");
  }

  private static String hash(Raster picture) {
    return Base64.getEncoder().encodeToString(ThumbHash.of(picture));
  }

  private static Raster noise(int width, int height, boolean clear) {
    return Rasters.paint(
        width,
        height,
        (x, y) ->
            argb(
                clear ? x * 13 + y * 29 : 255,
                x * 37 + y * 11,
                x * x + 3 * y,
                255 - x * 5 + y * 7));
  }

  private static Raster gradient(int width, int height) {
    return Rasters.paint(width, height, (x, y) -> argb(255, 255 * x / width, 255 * y / height, 80));
  }

  private static double mean(Raster picture, int shift) {
    long sum = 0;
    for (int argb : picture.argb()) {
      sum += (argb >> shift) & 255;
    }
    return sum / 255.0 / picture.argb().length;
  }
}
