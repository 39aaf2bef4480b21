package io.tintype.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every filter and every edit that a URL can ask for, from the request to the picture, with each
/// engine.
class UrlPicturesTest {

  private static final Darkroom THUMBNAILATOR = Darkroom.thumbnailator();

  static Stream<Row> rows() {
    return Rows.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void thumbnailatorMakesWhatTheUrlSays(Row row) {
    row.check().of(THUMBNAILATOR.shot(row));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void vipsMakesWhatTheUrlSays(Row row) {
    requireVips();
    row.check().of(Vips.DARKROOM.shot(row));
  }

  @Test
  void noFilterIsLeftOut() {
    assertThat(names(Row.Grammar.FILTERS)).isEqualTo(known("/unsafe/filters:hologram()/photo.png"));
  }

  @Test
  void noEditIsLeftOut() {
    Row unknown = Row.edit("hologram", "'hologram':true", "photo.png", shot -> {});
    assertThat(names(Row.Grammar.EDITS)).isEqualTo(known(unknown.path()));
  }

  /// Names are listed where one is asked for that isn't there.
  private static Set<String> known(String path) {
    Row row = new Row("hologram", Row.Grammar.FILTERS, path, path, shot -> {});
    String message = THUMBNAILATOR.shot(row).text();
    String start = "; expected one of ";
    int from = message.indexOf(start);
    assertThat(from).as(message).isPositive();
    String list = message.substring(from + start.length(), message.lastIndexOf('"'));
    return new TreeSet<>(Arrays.asList(list.split(", ")));
  }

  private static Set<String> names(Row.Grammar grammar) {
    List<Row> rows = Rows.all();
    return rows.stream()
        .filter(row -> row.grammar() == grammar)
        .map(Row::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void requireVips() {
    String missing = Darkroom.withoutVips();
    if (!"true".equals(System.getenv("CI"))) {
      Assumptions.assumeTrue(missing.isEmpty(), () -> "skipped: " + missing);
    }
    assertThat(missing).as("why there is no vips, though CI is set").isEmpty();
  }

  /// Only there where vips is.
  private static final class Vips {
    static final Darkroom DARKROOM = Darkroom.vips();
  }
}
