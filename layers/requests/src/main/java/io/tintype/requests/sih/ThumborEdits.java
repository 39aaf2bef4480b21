package io.tintype.requests.sih;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tintype.imaging.TintypeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Serverless Image Handler's reading of a Thumbor path as edits: crop, size, `fit-in` and filters
/// are looked for anywhere in it, and filters are taken in the order of the alphabet.
final class ThumborEdits {

  private static final Pattern CROP =
      Pattern.compile("(\\d{1,6})x(\\d{1,6}):(\\d{1,6})x(\\d{1,6})");
  private static final Pattern SIZE = Pattern.compile("/(\\d+)x(\\d+)/");
  private static final String FILTERS = "filters";
  private static final int MOST_DIGITS = 9;

  private ThumborEdits() {}

  /// @param path still percent-encoded
  /// @throws TintypeException BAD_REQUEST naming the filter
  static ObjectNode read(String path) {
    ObjectNode edits = JsonNodeFactory.instance.objectNode();
    crop(path, edits);
    size(path, edits);
    if (path.contains("fit-in")) {
      resize(edits).put("fit", "inside");
    }
    String extension = path.substring(path.lastIndexOf('.') + 1);
    for (String call : filters(path)) {
      ThumborFilters.apply(call, extension, edits);
    }
    return edits;
  }

  static ObjectNode resize(ObjectNode edits) {
    return edits.get("resize") instanceof ObjectNode resize ? resize : edits.putObject("resize");
  }

  private static void crop(String path, ObjectNode edits) {
    Matcher match = CROP.matcher(path);
    if (match.find()) {
      int left = Integer.parseInt(match.group(1));
      int top = Integer.parseInt(match.group(2));
      edits
          .putObject("crop")
          .put("left", left)
          .put("top", top)
          .put("width", Integer.parseInt(match.group(3)) - left)
          .put("height", Integer.parseInt(match.group(4)) - top);
    }
  }

  private static void size(String path, ObjectNode edits) {
    Matcher match = SIZE.matcher(path);
    if (!match.find()) {
      return;
    }
    ObjectNode resize = resize(edits);
    int width = pixels(match.group(1));
    int height = pixels(match.group(2));
    if (width == 0 || height == 0) {
      resize.put("fit", "inside");
    }
    put(resize, "width", width);
    put(resize, "height", height);
  }

  private static int pixels(String digits) {
    if (digits.length() > MOST_DIGITS) {
      throw Wrong.coded("InvalidResizeException", "size", "up to 9 digits", digits);
    }
    return Integer.parseInt(digits);
  }

  private static void put(ObjectNode resize, String name, int pixels) {
    if (pixels == 0) {
      resize.putNull(name);
    } else {
      resize.put(name, pixels);
    }
  }

  /// The calls behind every `filters`, each from its colon to a bracket: `:blur(4):quality(80)`.
  private static List<String> filters(String path) {
    List<String> calls = new ArrayList<>();
    for (int at = path.indexOf(FILTERS); at >= 0; at = path.indexOf(FILTERS, at)) {
      at += FILTERS.length();
      int end = at;
      while (end < path.length() && path.charAt(end) == ':' && path.indexOf(')', end) >= 0) {
        end = path.indexOf(')', end) + 1;
      }
      if (end > at) {
        Collections.addAll(calls, path.substring(at + 1, end).split(":", -1));
      }
      at = end;
    }
    Collections.sort(calls);
    return calls;
  }
}
