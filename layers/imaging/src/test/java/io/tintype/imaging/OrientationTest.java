package io.tintype.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {

  /// The upright picture is always `ab/cd/ef`; the stored one follows from where EXIF says that its
  /// first row and its first column belong.
  @ParameterizedTest
  @CsvSource({
    "1, ab/cd/ef",
    "2, ba/dc/fe",
    "3, fe/dc/ba",
    "4, ef/cd/ab",
    "5, ace/bdf",
    "6, bdf/ace",
    "7, fdb/eca",
    "8, eca/fdb"
  })
  void mirroringThenTurningMakesEveryOrientationUpright(int exif, String stored) {
    Orientation orientation = Orientation.ofExif(exif);

    String[] rows = stored.split("/");
    if (orientation.mirrored()) {
      rows = mirror(rows);
    }
    for (int turn = 0; turn < orientation.quarterTurns(); turn++) {
      rows = turnClockwise(rows);
    }

    assertThat(String.join("/", rows)).isEqualTo("ab/cd/ef");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void exchangesTheSidesFromFiveOn(int exif) {
    Size upright = Orientation.ofExif(exif).apply(new Size(30, 20));

    assertThat(upright).isEqualTo(exif < 5 ? new Size(30, 20) : new Size(20, 30));
  }

  @Test
  void takesValuesThatExifDoesNotKnowAsUpright() {
    assertThat(Orientation.ofExif(0)).isEqualTo(Orientation.TOP_LEFT);
    assertThat(Orientation.ofExif(9)).isEqualTo(Orientation.TOP_LEFT);
  }

  private static String[] mirror(String[] rows) {
    String[] mirrored = new String[rows.length];
    for (int y = 0; y < rows.length; y++) {
      mirrored[y] = new StringBuilder(rows[y]).reverse().toString();
    }
    return mirrored;
  }

  private static String[] turnClockwise(String[] rows) {
    String[] turned = new String[rows[0].length()];
    for (int x = 0; x < turned.length; x++) {
      StringBuilder row = new StringBuilder();
      for (int y = rows.length - 1; y >= 0; y--) {
        row.append(rows[y].charAt(x));
      }
      turned[x] = row.toString();
    }
    return turned;
  }
}
