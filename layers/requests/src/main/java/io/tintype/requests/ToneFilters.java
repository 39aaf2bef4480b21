package io.tintype.requests;

import io.tintype.imaging.Color;
import io.tintype.imaging.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Filters that change colours.
final class ToneFilters {

  private static final Pattern KNOTS =
      Pattern.compile("\\[(?:\\(\\d{1,3},\\d{1,3}\\),? *){0,256}+\\]");
  private static final Pattern KNOT = Pattern.compile("\\((\\d+),(\\d+)\\)");

  static final Map<String, Filter> ALL =
      Map.ofEntries(
          Filter.edit("brightness", "(percent)", a -> new Tone.Brightness(percent(a, 0))),
          Filter.edit("colorize", "(red,green,blue,color)", ToneFilters::colorize),
          Filter.edit("contrast", "(percent)", a -> new Tone.Contrast(percent(a, 0))),
          Filter.edit("curve", "(all,red,green,blue)", ToneFilters::curve),
          Filter.edit("equalize", "()", a -> new Tone.Equalize()),
          Filter.edit("grayscale", "()", a -> new Tone.Greyscale()),
          Filter.edit("hue", "(degrees)", a -> new Tone.Modulate(1, 1, degrees(a, 0), 0)),
          Filter.edit("invert", "()", a -> new Tone.Negate(/* alpha= */ false)),
          Filter.edit("modulate", "(brightness,saturation,hue)", ToneFilters::modulate),
          Filter.of("noise", "(amount[,seed])", ToneFilters::noise),
          Filter.edit("rgb", "(red,green,blue)", ToneFilters::rgb),
          Filter.edit("saturation", "(factor)", ToneFilters::saturation));

  private ToneFilters() {}

  private static int percent(Arguments arguments, int index) {
    return arguments.whole(index, -100, 100);
  }

  private static double degrees(Arguments arguments, int index) {
    return arguments.decimal(index, -1_000_000, 1_000_000) % 360;
  }

  private static Tone colorize(Arguments arguments) {
    Color color = arguments.color(3);
    return new Tone.Colorize(
        arguments.whole(0, 0, 100), arguments.whole(1, 0, 100), arguments.whole(2, 0, 100), color);
  }

  private static Tone curve(Arguments arguments) {
    return new Tone.Curve(
        knots(arguments, 0), knots(arguments, 1), knots(arguments, 2), knots(arguments, 3));
  }

  private static List<Tone.Curve.Knot> knots(Arguments arguments, int index) {
    String text = arguments.text(index);
    if (!KNOTS.matcher(text).matches()) {
      throw arguments.wrong(index, "levels 0..255 such as [(0,0),(255,255)]");
    }
    List<Tone.Curve.Knot> knots = new ArrayList<>();
    for (Matcher knot = KNOT.matcher(text); knot.find(); ) {
      knots.add(
          new Tone.Curve.Knot(Integer.parseInt(knot.group(1)), Integer.parseInt(knot.group(2))));
    }
    return knots;
  }

  /// imagor's: brightness and saturation in percent more or less, the hue in degrees.
  private static Tone modulate(Arguments arguments) {
    return new Tone.Modulate(
        1 + arguments.decimal(0, -100, 9900) / 100,
        1 + arguments.decimal(1, -100, 9900) / 100,
        degrees(arguments, 2),
        0);
  }

  private static void noise(Arguments arguments, RecipeDraft draft) {
    int amount = arguments.whole(0, 0, 255);
    long seed = arguments.has(1) ? arguments.wholeLong(1, 0, Long.MAX_VALUE) : 0;
    if (amount > 0) {
      draft.add(new Tone.Noise(amount, seed));
    }
  }

  private static Tone rgb(Arguments arguments) {
    return new Tone.Rgb(percent(arguments, 0), percent(arguments, 1), percent(arguments, 2));
  }

  private static Tone saturation(Arguments arguments) {
    return new Tone.Saturation(arguments.decimal(0, -100, 100));
  }
}
