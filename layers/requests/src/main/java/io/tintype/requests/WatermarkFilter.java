package io.tintype.requests;

import io.tintype.imaging.Drawing;
import io.tintype.imaging.Offset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `watermark(image,x,y,alpha[,w_ratio[,h_ratio]])`: places in pixels, in percent (`10p`),
/// `center` or `repeat`; alpha 0 is opaque and 100 invisible; the ratios are percent or `none`.
final class WatermarkFilter {

  private static final Pattern PLACE = Pattern.compile("(-?\\d{1,6})(p)?");

  private WatermarkFilter() {}

  static void apply(Arguments arguments, RecipeDraft draft) {
    draft.add(
        new Drawing.Watermark(
            arguments.text(0),
            offset(arguments, 1),
            offset(arguments, 2),
            arguments.whole(3, 0, 100),
            ratio(arguments, 4),
            ratio(arguments, 5)));
  }

  private static Offset offset(Arguments arguments, int index) {
    String text = arguments.text(index);
    if (text.equals("center")) {
      return new Offset.Center();
    }
    if (text.equals("repeat")) {
      return new Offset.Repeat();
    }
    Matcher place = PLACE.matcher(text);
    if (place.matches()) {
      int value = Integer.parseInt(place.group(1));
      if (place.group(2) == null) {
        return new Offset.Pixels(value);
      }
      if (value >= -100 && value <= 100) {
        return new Offset.Percent(value);
      }
    }
    throw arguments.wrong(index, "whole pixels, a percentage -100p..100p, center or repeat");
  }

  private static Optional<Integer> ratio(Arguments arguments, int index) {
    if (!arguments.has(index) || arguments.text(index).equals("none")) {
      return Optional.empty();
    }
    return Optional.of(arguments.whole(index, 1, 100));
  }
}
