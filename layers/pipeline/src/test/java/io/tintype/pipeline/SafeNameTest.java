package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cat.jpg|cat.jpg",
        "My Cat + Dog (1).JPG|My-Cat-Dog-1-.JPG",
        "Crème brûlée.png|Creme-brulee.png",
        "ﬁlm ½.gif|film-1-2.gif",
        "写真.jpg|image.jpg",
        "写真|image",
        "../../etc/passwd|passwd",
        "C:\\Users\\me\\cat.png|cat.png",
        ".htaccess|image.htaccess",
        "..|image",
        "folder/|image",
        "cat.|cat",
        "-rf.png|rf.png",
        "a.b.tar.gz|a.b.tar.gz",
        "snap.a-very-long-tail-that-is-none|snap.a-very-long-tail-that-is-none",
      })
  void keepsWhatIsSafeAndFoldsTheRest(String filename, String expected) {
    assertThat(SafeName.of(filename)).isEqualTo(expected);
  }

  @Test
  void cutsLongNamesAndKeepsTheExtension() {
    assertThat(SafeName.of("x".repeat(400) + ".jpeg")).isEqualTo("x".repeat(95) + ".jpeg");
    assertThat(SafeName.of("x".repeat(400))).isEqualTo("x".repeat(100));
  }

  @Test
  void endsInNothingThatIsUnsafe() {
    for (int codePoint = 1; codePoint < 0x3000; codePoint++) {
      if (Character.isSurrogate((char) codePoint)) {
        continue;
      }
      String text = Character.toString(codePoint);
      for (String filename : new String[] {text, text + ".jpg", "a" + text, "a." + text}) {
        assertThat(SafeName.of(filename)).matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");
      }
    }
  }
}
