package io.tintype.requests;

import io.tintype.imaging.Blend;
import io.tintype.imaging.Offset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where an overlay lies and how it is blended: thumbor's `10`, `-10`, `10p`, `center` and
/// `repeat`, and imagor's `left`, `l`, `right-10`, `0.25` and so on.
final class Places {

  private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,6})(p)?");
  private static final Pattern FRACTION = Pattern.compile("-?0?\\.\\d{1,9}");
  private static final Pattern EDGE = Pattern.compile("([a-z]{1,6})(?:-(\\d{1,6}))?");

  private static final Map<String, Blend> BLENDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("normal", Blend.OVER),
              Map.entry("multiply", Blend.MULTIPLY),
              Map.entry("screen", Blend.SCREEN),
              Map.entry("overlay", Blend.OVERLAY),
              Map.entry("darken", Blend.DARKEN),
              Map.entry("lighten", Blend.LIGHTEN),
              Map.entry("color-dodge", Blend.COLOUR_DODGE),
              Map.entry("color-burn", Blend.COLOUR_BURN),
              Map.entry("hard-light", Blend.HARD_LIGHT),
              Map.entry("soft-light", Blend.SOFT_LIGHT),
              Map.entry("difference", Blend.DIFFERENCE),
              Map.entry("exclusion", Blend.EXCLUSION),
              Map.entry("add", Blend.ADD),
              Map.entry("mask", Blend.DEST_IN),
              Map.entry("mask-out", Blend.DEST_OUT)));

  private Places() {}

  /// The place along the horizontal axis; 0 where the argument is left out.
  static Offset across(Arguments arguments, int index) {
    return place(arguments, index, List.of("left", "l"), List.of("right", "r"));
  }

  /// The place along the vertical axis; 0 where the argument is left out.
  static Offset down(Arguments arguments, int index) {
    return place(arguments, index, List.of("top", "t"), List.of("bottom", "b"));
  }

  static Blend blend(Arguments arguments, int index) {
    if (!arguments.has(index)) {
      return Blend.OVER;
    }
    Blend blend = BLENDS.get(arguments.text(index));
    if (blend == null) {
      throw arguments.wrong(index, "one of " + String.join(", ", BLENDS.keySet()));
    }
    return blend;
  }

  private static Offset place(Arguments arguments, int index, List<String> near, List<String> far) {
    if (!arguments.has(index)) {
      return new Offset.Pixels(0);
    }
    String text = arguments.text(index);
    if (text.equals("center")) {
      return new Offset.Center();
    }
    if (text.equals("repeat")) {
      return new Offset.Repeat();
    }
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      int value = Integer.parseInt(number.group(1));
      return number.group(2) == null ? new Offset.Pixels(value) : new Offset.Percent(value);
    }
    if (FRACTION.matcher(text).matches()) {
      return new Offset.Percent(100 * Double.parseDouble(text));
    }
    Matcher edge = EDGE.matcher(text);
    if (edge.matches() && near.contains(edge.group(1))) {
      return new Offset.Near(-outwards(edge));
    }
    if (edge.matches() && far.contains(edge.group(1))) {
      return new Offset.Far(outwards(edge));
    }
    throw arguments.wrong(
        index,
        "pixels, a percentage as in 10p, a fraction as in 0.1, center, repeat, "
            + near.getFirst()
            + " or "
            + far.getFirst());
  }

  /// imagor moves an overlay out of the picture by the number behind an edge's name.
  private static int outwards(Matcher edge) {
    return edge.group(2) == null ? 0 : Integer.parseInt(edge.group(2));
  }
}
