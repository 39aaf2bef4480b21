package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tintype.imaging.Crop;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Sizing.Length;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Trim;
import io.tintype.testkit.Shared;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds the reader to what thumbor's and imagor's own tests expect of the same paths.
class VectorsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void readsOptionsAsThumborAndImagorDo() throws IOException {
    List<String> checked = new ArrayList<>();
    for (JsonNode vector : JSON.readTree(Shared.path("vectors/thumbor-urls.json").toFile())) {
      String kind = vector.get("kind").asText();
      String url = vector.get("url").asText();
      JsonNode expected = vector.get("expected");
      boolean parsed = kind.equals("parse_options") || kind.equals("parse_and_generate");
      if (!parsed || !expected.isObject()) {
        continue;
      }
      String path = expected.has("path") ? expected.get("path").asText() : url;
      path = path.replaceFirst("^/+", "").replaceFirst("^(debug/)?(meta/)?", "");
      OptionReader reader = new OptionReader(PathText.plain(path), 0);
      OptionPath read = reader.read();
      assertThat(describe(read)).as(url).containsAllEntriesOf(wanted(expected));
      if (expected.has("image") && !expected.has("base64_image") && !path.contains("%")) {
        assertThat(path.substring(reader.position()).replaceFirst("^/+", ""))
            .as(url)
            .isEqualTo(expected.get("image").asText().replaceFirst("^/+", ""));
      }
      checked.add(url);
    }
    assertThat(checked).hasSizeGreaterThan(60);
  }

  /// The options of the vectors, in one spelling for all parsers.
  private static Map<String, Object> wanted(JsonNode expected) {
    Map<String, Object> wanted = new TreeMap<>();
    boolean leavesOutWhatIsNotAsked = expected.has("path");
    if (leavesOutWhatIsNotAsked) {
      wanted.put("width", "auto");
      wanted.put("height", "auto");
      wanted.put("smart", false);
      wanted.put("fit_in", false);
      wanted.put("stretch", false);
      wanted.put("filters", 0L);
    }
    for (Map.Entry<String, JsonNode> field : expected.properties()) {
      JsonNode value = field.getValue();
      switch (field.getKey()) {
        case "width", "height" ->
            wanted.put(field.getKey(), value.asInt() == 0 ? "auto" : value.asText());
        case "smart", "fit_in", "stretch" -> wanted.put(field.getKey(), value.asBoolean());
        case "adaptive", "adaptive_fit_in" -> wanted.put("adaptive", value.asBoolean());
        case "full", "full_fit_in" -> wanted.put("full", value.asBoolean());
        case "horizontal_flip", "h_flip" -> wanted.put("horizontal_flip", value.asBoolean());
        case "vertical_flip", "v_flip" -> wanted.put("vertical_flip", value.asBoolean());
        case "halign", "h_align", "valign", "v_align" -> wanted.putAll(alignment(value.asText()));
        case "crop_left", "crop_top", "crop_right", "crop_bottom" ->
            wanted.put(field.getKey(), value.asDouble());
        case "padding_left", "padding_top", "padding_right", "padding_bottom" ->
            wanted.put(field.getKey(), value.asInt());
        case "trim_by" -> wanted.put("trim_by", value.asText());
        case "trim_tolerance" -> wanted.put("trim_tolerance", value.asInt());
        case "filters" ->
            wanted.put("filters", value.isArray() ? (long) value.size() : calls(value));
        default -> {}
      }
    }
    return wanted;
  }

  private static long calls(JsonNode filters) {
    return Pattern.compile("\\)(:|$)").matcher(filters.asText()).results().count();
  }

  private static Map<String, Object> alignment(String word) {
    return switch (word) {
      case "left" -> Map.of("x", 0.0);
      case "right" -> Map.of("x", 1.0);
      case "top" -> Map.of("y", 0.0);
      case "bottom" -> Map.of("y", 1.0);
      default -> Map.of();
    };
  }

  private static Map<String, Object> describe(OptionPath read) {
    Map<String, Object> map = new TreeMap<>();
    map.put("width", text(read.width()));
    map.put("height", text(read.height()));
    map.put("smart", read.smart());
    map.put("fit_in", read.fitIn().asked());
    map.put("adaptive", read.fitIn().adaptive());
    map.put("full", read.fitIn().full());
    map.put("stretch", read.stretch());
    Flips flips = read.flips();
    map.put("horizontal_flip", flips.horizontal());
    map.put("vertical_flip", flips.vertical());
    map.put("x", read.alignX());
    map.put("y", read.alignY());
    map.put("filters", (long) read.filters().size());
    read.trim().ifPresent(trim -> describe(trim, map));
    describe(read.crop(), map);
    read.padding()
        .ifPresent(
            padding -> {
              map.put("padding_left", padding.left());
              map.put("padding_top", padding.top());
              map.put("padding_right", padding.right());
              map.put("padding_bottom", padding.bottom());
            });
    return map;
  }

  private static void describe(Trim trim, Map<String, Object> map) {
    map.put("trim_by", trim.reference() == Trim.Corner.BOTTOM_RIGHT ? "bottom-right" : "top-left");
    map.put("trim_tolerance", trim.tolerance());
  }

  private static void describe(Optional<Crop> crop, Map<String, Object> map) {
    double[] edges =
        switch (crop.orElse(new Crop.Pixels(0, 0, 0, 0))) {
          case Crop.Pixels(int left, int top, int right, int bottom) ->
              new double[] {left, top, right, bottom};
          case Crop.Fractions(double left, double top, double right, double bottom) ->
              new double[] {left, top, right, bottom};
          case Crop.Exact _, Crop.AtMost _, Crop.Face _ ->
              throw new AssertionError("not in a URL: " + crop);
        };
    map.put("crop_left", edges[0]);
    map.put("crop_top", edges[1]);
    map.put("crop_right", edges[2]);
    map.put("crop_bottom", edges[3]);
  }

  private static String text(Length length) {
    return switch (length) {
      case Length.Pixels(int value) -> String.valueOf(value);
      case Length.Auto() -> "auto";
      case Length.Original() -> "orig";
      case Length.Fraction _ -> throw new AssertionError("not in a URL: " + length);
    };
  }

  @Test
  void readsPathsThatLibthumborWrites() throws IOException {
    int checked = 0;
    for (JsonNode vector : JSON.readTree(Shared.path("vectors/thumbor-urls.json").toFile())) {
      String url = vector.get("url").asText();
      if (vector.get("kind").asText().equals("generate")
          && url.endsWith("84996242f65a4d864aceb125e1c4c5ba")) {
        String options = url.substring(0, url.length() - 32).replaceFirst("^(debug/)?(meta/)?", "");
        OptionReader reader = new OptionReader(PathText.plain(options), 0);
        reader.read();
        assertThat(reader.position()).as(options).isEqualTo(options.length());
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(30);
  }

  @Test
  void splitsArgumentsAsImagorDoes() throws IOException {
    int checked = 0;
    for (JsonNode vector : JSON.readTree(Shared.path("vectors/thumbor-urls.json").toFile())) {
      if (vector.get("kind").asText().equals("split_args")) {
        String path = "x(" + vector.get("url").asText() + ")";
        List<String> expected = new ArrayList<>();
        vector.get("expected").get("args").forEach(argument -> expected.add(argument.asText()));
        assertThat(arguments(path)).isEqualTo(expected);
        checked++;
      }
    }
    assertThat(checked).isEqualTo(7);
  }

  @Test
  void splitsQuotedArgumentsAsThumborDoes() throws IOException {
    int checked = 0;
    for (JsonNode vector : JSON.readTree(Shared.path("vectors/thumbor-urls.json").toFile())) {
      JsonNode expected = vector.get("expected");
      if (!vector.get("kind").asText().equals("filter_arg")
          || !expected.get("type").asText().equals("String,String")) {
        continue;
      }
      String call = vector.get("url").asText();
      List<String> arguments = arguments(call);
      if (expected.get("value").isNull()) {
        assertThat(arguments).as(call).hasSizeBetween(1, 3);
        assertThat(arguments.size()).as(call).isNotEqualTo(2);
      } else {
        List<String> values = new ArrayList<>();
        expected.get("value").forEach(value -> values.add(value.asText()));
        assertThat(arguments).as(call).isEqualTo(values);
      }
      checked++;
    }
    assertThat(checked).isEqualTo(9);
  }

  /// What thumbor's expression refuses is refused here too, and what it accepts is accepted unless
  /// a documented range is exceeded.
  @Test
  void agreesWithThumborsArgumentExpressions() throws IOException {
    JsonNode filters = JSON.readTree(Shared.path("vectors/thumbor-filters.json").toFile());
    int checked = 0;
    for (String call : FilterExamples.ALL) {
      String name = call.substring(0, call.indexOf('('));
      if (!filters.has(name)) {
        continue;
      }
      boolean thumbor = Pattern.matches(filters.get(name).get("regex").asText(), call);
      Throwable refused = catchThrowable(() -> ThumborOptions.parse("filters:" + call));
      if (!thumbor && !FilterExamples.IMAGORS.contains(call)) {
        assertThat(refused).as(call).isInstanceOf(TintypeException.class);
      } else if (!FilterExamples.OUT_OF_RANGE.contains(call)) {
        assertThat(refused).as(call).isNull();
      }
      checked++;
    }
    assertThat(checked).isGreaterThan(80);
  }

  private static List<String> arguments(String call) {
    return new FilterReader(PathText.plain(call), 0)
        .read().getFirst().arguments().stream().map(PathText::text).toList();
  }
}
