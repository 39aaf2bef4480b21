package io.tintype.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {

  /// The upright picture is `ab/cd/ef`. EXIF 2.32, tag 0x0112, says for each value where the 0th
  /// row and the 0th column of the stored picture are in the upright one; the second column here
  /// is the picture stored that way.
  @ParameterizedTest
  @CsvSource({
    "1, ab/cd/ef", // row 0 top, column 0 left: as it is
    "2, ba/dc/fe", // row 0 top, column 0 right: mirrored left to right
    "3, fe/dc/ba", // row 0 bottom, column 0 right: turned by 180 degrees
    "4, ef/cd/ab", // row 0 bottom, column 0 left: mirrored top to bottom
    "5, ace/bdf", // row 0 left, column 0 top: transposed
    "6, bdf/ace", // row 0 right, column 0 top: needs 90 degrees clockwise
    "7, fdb/eca", // row 0 right, column 0 bottom: transposed over the other diagonal
    "8, eca/fdb", // row 0 left, column 0 bottom: needs 90 degrees counter-clockwise
  })
  void makesEveryStoredPictureUpright(int exif, String stored) {
    Orientation orientation = Orientation.ofExif(exif);
    char[][] picture = rows(stored);
    Size size = new Size(picture[0].length, picture.length);
    if (orientation.mirrored()) {
      picture = mirror(picture);
    }
    for (int turn = 0; turn < orientation.quarterTurns(); turn++) {
      picture = turnClockwise(picture);
    }
    assertThat(picture).isDeepEqualTo(rows("ab/cd/ef"));
    assertThat(orientation.apply(size)).isEqualTo(new Size(2, 3));
    assertThat(orientation.exif()).isEqualTo(exif);
  }

  @ParameterizedTest
  @CsvSource({
    "1, left, top",
    "2, right, top",
    "3, right, bottom",
    "4, left, bottom",
    "5, left, top",
    "6, right, top",
    "7, right, bottom",
    "8, left, bottom"
  })
  void isNamedAfterTheCornerOfTheFirstStoredPixel(int exif, String column, String row) {
    assertThat(Orientation.ofExif(exif).name().toLowerCase(java.util.Locale.ROOT))
        .contains(column)
        .contains(row);
  }

  @Test
  void treatsUnknownValuesAsUpright() {
    assertThat(Orientation.ofExif(0)).isEqualTo(Orientation.TOP_LEFT);
    assertThat(Orientation.ofExif(9)).isEqualTo(Orientation.TOP_LEFT);
    assertThat(Orientation.ofExif(-1)).isEqualTo(Orientation.TOP_LEFT);
  }

  private static char[][] rows(String text) {
    String[] rows = text.split("/", -1);
    char[][] picture = new char[rows.length][];
    for (int y = 0; y < rows.length; y++) {
      picture[y] = rows[y].toCharArray();
    }
    return picture;
  }

  private static char[][] mirror(char[][] picture) {
    char[][] mirrored = new char[picture.length][];
    for (int y = 0; y < picture.length; y++) {
      mirrored[y] = new StringBuilder(new String(picture[y])).reverse().toString().toCharArray();
    }
    return mirrored;
  }

  private static char[][] turnClockwise(char[][] picture) {
    int height = picture.length;
    int width = picture[0].length;
    char[][] turned = new char[width][height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[x][height - 1 - y] = picture[y][x];
      }
    }
    return turned;
  }
}
