package io.tintype.requests.sih;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.TintypeException;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewriteRuleTest {

  /// The last column is what Node.js 20 answers for `path.replace(pattern, substitution)`.
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '#',
      textBlock =
          """
          /(filters-)/gm filters: /filters-rotate(90)/filters-grayscale()/a.jpg /filters:rotate(90)/filters:grayscale()/a.jpg
          /(filters-)/ filters: /filters-a/filters-b /filters:a/filters-b
          /^\\/old\\/(\\w+)\\/(.*)$/ /$1x$1/$2 /old/300/a.jpg /300x300/a.jpg
          /OLD/i new /old/a.jpg /new/a.jpg
          /(?<w>\\d+)-(?<h>\\d+)/ $<w>x$<h> /300-200/a.jpg /300x200/a.jpg
          /a/g [$&] /banana.jpg /b[a]n[a]n[a].jpg
          /nan/ [$`] /banana.jpg /ba[/ba]a.jpg
          /nan/ [$'] /banana.jpg /ba[a.jpg]a.jpg
          /nan/ $$1 /banana.jpg /ba$1a.jpg
          /(n)(a)/ $2$1$3 /banana.jpg /baan$3na.jpg
          /(a)/ $10 /banana.jpg /ba0nana.jpg
          /x?/g - /ab -/-a-b-
          /(z)?b/ [$1] /abc /a[]c
          /[^]b/ - /abc /-c
          /[[\\]]/g - /a[b]c /a-b-c
          /\\u0061\\x62/ - /abc /-c
          /\\u{61}/u - /abc /-bc
          /a/y - /abc /abc
          /\\/a/y - /abc -bc
          /a{2}/ - /aab /-b
          /b$/ - /ab /a-
          /[\\/]/g : /a/b :a:b
          """)
  void replacesAsJavaScriptDoes(String pattern, String substitution, String path, String result) {
    assertThat(RewriteRule.of(pattern, substitution).apply(path)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '#',
      textBlock =
          """
          /a(?=b)/ look-ahead
          /a(?!b)/ look-ahead
          /(?<=a)b/ look-behind
          /(?<!a)b/ look-behind
          /(a)\\1/ back-references
          /(?<n>a)\\k<n>/ back-references
          /a/x flags
          /a/gg flags
          /(a/ expression
          /a{2000}/ expression
          /\\u12/ hexadecimal
          abc /expression/flags
          // /expression/flags
          """)
  void saysAtStartWhatIsNotAvailable(String pattern, String message) {
    assertThatThrownBy(() -> RewriteRule.of(pattern, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void takesNoTimeForExpressionsThatAreCatastrophicElsewhere() {
    RewriteRule rule = RewriteRule.of("/^(\\/(a+)+)+$/g", "x");
    String path = "/" + "a".repeat(8000) + "!";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(rule.apply(path)).isEqualTo(path));
  }

  @Test
  void refusesPathsThatGrowTooLong() {
    RewriteRule rule = RewriteRule.of("/a/g", "$`$`$`$`");
    assertThatThrownBy(() -> rule.apply("/" + "a".repeat(5000)))
        .isInstanceOf(TintypeException.class)
        .hasMessageContaining("at most 8192");
  }
}
