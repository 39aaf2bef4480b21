package io.tintype.imaging.header;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Orientation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderOrientationTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void readsEveryOrientationInBothByteOrders(int exif) {
    Orientation expected = Orientation.ofExif(exif);
    for (boolean big : new boolean[] {true, false}) {
      Bin block = Samples.exif(big, exif);
      byte[] webp =
          Samples.webp(
              Samples.vp8x(0x08, 30, 20).riff("VP8 ", Samples.vp8(30, 20)).riff("EXIF", block));

      assertThat(orientation(Samples.jpeg(30, 20, block))).isEqualTo(expected);
      assertThat(orientation(Samples.png(30, 20, block, 0))).isEqualTo(expected);
      assertThat(orientation(webp)).isEqualTo(expected);
      assertThat(orientation(Samples.tiff(big, exif, 1))).isEqualTo(expected);
    }
  }

  /// The pairs of rotation (quarter turns against the clock) and mirroring (0 top to bottom, 1 left
  /// to right) that stand for each EXIF value when a HEIF file lists the rotation first.
  @ParameterizedTest
  @CsvSource({
    "1, -, -", "2, -, 1", "3, 2, -", "4, -, 0", "5, 1, 0", "6, 3, -", "7, 3, 0", "8, 1, -",
    "5, 3, 1", "7, 1, 1", "4, 2, 1"
  })
  void mapsTurnsAndMirrorsOfHeif(int exif, String turns, String axis) {
    Bin transforms = new Bin();
    if (!turns.equals("-")) {
      transforms.box("irot", new Bin().u8(Integer.parseInt(turns)));
    }
    if (!axis.equals("-")) {
      transforms.box("imir", new Bin().u8(Integer.parseInt(axis)));
    }

    assertThat(orientation(Samples.heif("heic", "", transforms)))
        .isEqualTo(Orientation.ofExif(exif));
  }

  @Test
  void appliesMirrorsBeforeTurnsWhereAHeifListsThemSo() {
    Bin transforms = new Bin().box("imir", new Bin().u8(1)).box("irot", new Bin().u8(1));

    assertThat(orientation(Samples.heif("avif", "", transforms))).isEqualTo(Orientation.LEFT_TOP);
  }

  @Test
  void takesExifThatCannotBeReadAsUpright() {
    Bin farDirectory = Bin.of("II*\0").le32(0xFFFF_FFF0L);
    Bin manyEntries = Bin.of("MM\0*").be32(8).be16(0xFFFF);
    Bin farValue = Bin.of("II*\0").le32(8).le16(1).le16(274, 3).le32(9, 0x7FFF_FFFF);
    Bin noNumber = Bin.of("II*\0").le32(8).le16(1).le16(274, 2).le32(1, 6);
    for (Bin block :
        new Bin[] {
          farDirectory,
          manyEntries,
          farValue,
          noNumber,
          Bin.of("II*\0"),
          Bin.of("nonsense"),
          Samples.exif(true, 0),
          Samples.exif(true, 9)
        }) {
      assertThat(orientation(Samples.jpeg(30, 20, block))).isEqualTo(Orientation.TOP_LEFT);
      assertThat(orientation(Samples.png(30, 20, block, 0))).isEqualTo(Orientation.TOP_LEFT);
    }
  }

  @Test
  void acceptsThePrefixOfJpegInOtherFormats() {
    Bin block = Bin.of("Exif\0\0").add(Samples.exif(true, 8));

    assertThat(orientation(Samples.png(30, 20, block, 0))).isEqualTo(Orientation.LEFT_BOTTOM);
  }

  private static Orientation orientation(byte[] file) {
    return HeadersTest.read(file).orientation();
  }
}
