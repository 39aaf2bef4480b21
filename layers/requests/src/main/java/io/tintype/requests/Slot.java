package io.tintype.requests;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The places of an option path, in the only order in which they may come; each at most once.
enum Slot {
  TRIM(
      "trim[:top-left|:bottom-right][:tolerance]",
      // trim::50, without a corner, is what libthumbor writes.
      "trim(?::(top-left|bottom-right)|:(?=:))?(?::(\\d+))?"),
  CROP("LxT:RxB", "(N)x(N):(N)x(N)".replace("N", "\\d+(?:\\.\\d+)?|\\.\\d+")),
  FIT_IN("[adaptive-][full-]fit-in", "(adaptive-)?(full-)?fit-in"),
  STRETCH("stretch", "stretch"),
  SIZE("[-]Wx[-]H", "(-)?(\\d+|orig)?x(-)?(\\d+|orig)?"),
  PADDING("GxH[:IxJ] (padding)", "(\\d+)x(\\d+)(?::(\\d+)x(\\d+))?"),
  HORIZONTAL("left|center|right", "left|center|right"),
  VERTICAL("top|middle|bottom", "top|middle|bottom"),
  SMART("smart", "smart"),
  FILTERS("filters:name(arguments)", "filters:.*");

  private final String syntax;
  private final Pattern pattern;

  Slot(String syntax, String pattern) {
    this.syntax = syntax;
    this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
  }

  /// How the segment is written, for people.
  String syntax() {
    return syntax;
  }

  Matcher matcher(String segment) {
    return pattern.matcher(segment);
  }

  boolean matches(String segment) {
    return matcher(segment).matches();
  }

  /// Whether a segment that doesn't match was probably meant for this slot.
  boolean resembles(String segment) {
    return switch (this) {
      case TRIM -> segment.startsWith("trim:");
      case CROP -> Pattern.matches("[-\\d.]+x[-\\d.]+:.*", segment);
      case FIT_IN -> segment.endsWith("fit-in");
      case SIZE -> Pattern.matches("-?[\\w.]{0,9}x-?\\d[\\w.]{0,9}", segment);
      case STRETCH, PADDING, HORIZONTAL, VERTICAL, SMART, FILTERS -> false;
    };
  }
}
