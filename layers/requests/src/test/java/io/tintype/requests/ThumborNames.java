package io.tintype.requests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Translates the options' names in the tests of thumbor, libthumbor and their ports into those of
/// imagor's `/params/`.
final class ThumborNames {

  private ThumborNames() {}

  static void put(String name, JsonNode value, Map<String, Object> wanted) {
    if (value.isNull()) {
      return;
    }
    switch (name) {
      case "debug" -> {}
      case "flip", "horizontal_flip" -> wanted.put("h_flip", value.asBoolean());
      case "flop", "vertical_flip" -> wanted.put("v_flip", value.asBoolean());
      case "adaptive" -> wanted.put("adaptive_fit_in", value.asBoolean());
      case "full" -> wanted.put("full_fit_in", value.asBoolean());
      case "adaptive_fit_in", "full_fit_in", "adaptive_full_fit_in" -> {
        wanted.put("fit_in", true);
        wanted.put("adaptive_fit_in", name.contains("adaptive"));
        wanted.put("full_fit_in", name.contains("full"));
      }
      case "halign" -> align("h_align", value.asText(), "center", wanted);
      case "valign" -> align("v_align", value.asText(), "middle", wanted);
      case "crop" -> crop(value, wanted);
      case "trim" -> trim(value, wanted);
      case "filters" -> wanted.put("filters", calls(value.asText()));
      case "Width", "Height" -> side(name.toLowerCase(Locale.ROOT), value, wanted);
      case "Image" -> {}
      case String other -> wanted.put(other, ThumborVector.plain(value));
    }
  }

  /// imagor's generator is given a flip as a negative side.
  private static void side(String name, JsonNode value, Map<String, Object> wanted) {
    wanted.put(name, Math.abs(value.asInt()));
    wanted.put(name.equals("width") ? "h_flip" : "v_flip", value.asInt() < 0);
  }

  private static void align(String name, String word, String middle, Map<String, Object> wanted) {
    if (!word.equals(middle)) {
      wanted.put(name, word);
    }
  }

  private static void crop(JsonNode value, Map<String, Object> wanted) {
    boolean pairs = value.isArray();
    wanted.put("crop_left", (pairs ? value.get(0).get(0) : value.get("left")).asInt());
    wanted.put("crop_top", (pairs ? value.get(0).get(1) : value.get("top")).asInt());
    wanted.put("crop_right", (pairs ? value.get(1).get(0) : value.get("right")).asInt());
    wanted.put("crop_bottom", (pairs ? value.get(1).get(1) : value.get("bottom")).asInt());
  }

  /// `true`, `"trim:bottom-right:20"`, `["bottom-right", 15]` or
  /// `{"orientation": "top-left", "tolerance": 0}`.
  private static void trim(JsonNode value, Map<String, Object> wanted) {
    JsonNode corner = value.isArray() ? value.get(0) : value.get("orientation");
    JsonNode tolerance = value.isArray() ? value.get(1) : value.get("tolerance");
    if (value.isObject() && corner.isNull()) {
      return;
    }
    wanted.put("trim", true);
    wanted.put("trim_by", corner == null || corner.isNull() ? "top-left" : corner.asText());
    if (tolerance != null && !tolerance.isNull()) {
      wanted.put("trim_tolerance", tolerance.asInt());
    }
  }

  private static List<Map<String, Object>> calls(String filters) {
    List<Map<String, Object>> calls = new ArrayList<>();
    for (String call : filters.split("(?<=\\)):", -1)) {
      Map<String, Object> filter = new LinkedHashMap<>();
      filter.put("name", call.substring(0, call.indexOf('(')));
      String inside = call.substring(call.indexOf('(') + 1, call.length() - 1);
      if (!inside.isEmpty()) {
        filter.put("args", inside);
      }
      calls.add(filter);
    }
    return calls;
  }
}
