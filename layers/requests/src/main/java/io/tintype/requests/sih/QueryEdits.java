package io.tintype.requests.sih;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tintype.imaging.TintypeException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Query parameters that say the same as edits, and win over them: `format`, `fit`, `width`,
/// `height`, `rotate`, `flip`, `flop`, `grayscale` or `greyscale`. A width or a height replaces
/// both sides of the request; all else that it says of resizing stays.
final class QueryEdits {

  private static final Pattern SIDE = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");
  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,6}(?:\\.\\d{1,6})?");
  private static final Set<String> FALSE = Set.of("0", "false", "");
  private static final List<String> SIDES = List.of("width", "height");
  private static final Pattern QUALITY = Pattern.compile("[1-9]\\d?|100");

  private QueryEdits() {}

  /// @param edits changed in place
  /// @throws TintypeException BAD_REQUEST naming the parameter
  static void merge(Map<String, String> query, ObjectNode edits) {
    Optional.ofNullable(query.get("format")).ifPresent(format -> edits.put("toFormat", format));
    mergeSize(query, edits);
    Optional.ofNullable(query.get("rotate"))
        .ifPresent(angle -> edits.put("rotate", degrees(angle)));
    for (String name : List.of("flip", "flop", "grayscale", "greyscale")) {
      Optional.ofNullable(query.get(name))
          .ifPresent(
              text ->
                  edits.put(
                      name.equals("grayscale") ? "greyscale" : name,
                      !FALSE.contains(text.toLowerCase(Locale.ROOT))));
    }
  }

  /// @throws TintypeException BAD_REQUEST
  static Optional<Integer> quality(Map<String, String> query) {
    return Optional.ofNullable(query.get("quality"))
        .map(
            text -> {
              if (!QUALITY.matcher(text).matches()) {
                throw Wrong.at("parameter quality", "1..100", text);
              }
              return Integer.valueOf(text);
            });
  }

  private static void mergeSize(Map<String, String> query, ObjectNode edits) {
    boolean sized = SIDES.stream().anyMatch(query::containsKey);
    if (!sized && !query.containsKey("fit")) {
      return;
    }
    ObjectNode resize =
        edits.get("resize") instanceof ObjectNode object ? object : edits.putObject("resize");
    if (sized) {
      resize.remove(List.of("width", "height", "ratio"));
    }
    for (String name : SIDES) {
      String text = query.getOrDefault(name, "");
      // Both mean: in proportion.
      if (!text.isEmpty() && !text.equals("0")) {
        resize.put(name, side(name, text));
      }
    }
    Optional.ofNullable(query.get("fit")).ifPresent(fit -> resize.put("fit", fit));
  }

  private static String side(String name, String text) {
    if (!SIDE.matcher(text).matches()) {
      throw Wrong.coded("InvalidResizeException", "parameter " + name, "pixels", text);
    }
    return text;
  }

  private static String degrees(String text) {
    if (!text.isEmpty() && !DEGREES.matcher(text).matches()) {
      throw Wrong.at("parameter rotate", "degrees", text);
    }
    return text;
  }
}
