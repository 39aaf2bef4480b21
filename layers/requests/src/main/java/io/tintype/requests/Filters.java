package io.tintype.requests;

import static java.util.Map.entry;

import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Format;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Tone;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every filter that is understood: its name, how it is written, and what it does to the recipe.
/// Names and meanings are thumbor's, and imagor's for `orient`, `padding` and `max_frames`.
final class Filters {

  private static final Pattern AREA =
      Pattern.compile("(\\d{1,9})x(\\d{1,9}):(\\d{1,9})x(\\d{1,9})");
  private static final int LARGEST_BORDER = 1_000_000;

  private static final Map<String, Filter> KNOWN =
      Map.ofEntries(
          entry("background_color", new Filter("(color)", Filters::background)),
          entry("blur", new Filter("(radius[,sigma])", BlurFilter::apply)),
          entry("brightness", new Filter("(percent)", Filters::brightness)),
          entry("contrast", new Filter("(percent)", Filters::contrast)),
          entry("cover", new Filter("()", (arguments, draft) -> draft.maxFrames(1))),
          entry("fill", new Filter("(color[,transparent])", Filters::fill)),
          entry("focal", new Filter("(area)", Filters::focal)),
          entry("format", new Filter("(format)", Filters::format)),
          entry(
              "grayscale", new Filter("()", (arguments, draft) -> draft.add(new Tone.Greyscale()))),
          entry("max_bytes", new Filter("(bytes)", Filters::maxBytes)),
          entry("max_frames", new Filter("(frames)", Filters::maxFrames)),
          entry("no_upscale", new Filter("()", (arguments, draft) -> draft.enlarge(false))),
          entry("orient", new Filter("(degrees)", Filters::orient)),
          entry("padding", new Filter("(color,left,top,right,bottom)", Filters::padding)),
          entry("proportion", new Filter("(factor)", Filters::proportion)),
          entry("quality", new Filter("(quality)", Filters::quality)),
          entry("rgb", new Filter("(red,green,blue)", Filters::rgb)),
          entry("rotate", new Filter("(degrees)", Filters::rotate)),
          entry("stretch", new Filter("()", (arguments, draft) -> draft.stretch())),
          // Output never carries metadata, so there is nothing to strip.
          entry("strip_exif", new Filter("()", (arguments, draft) -> {})),
          entry("strip_icc", new Filter("()", (arguments, draft) -> {})),
          entry("upscale", new Filter("()", (arguments, draft) -> draft.enlarge(true))),
          entry(
              "watermark",
              new Filter("(image,x,y,alpha[,w_ratio[,h_ratio]])", WatermarkFilter::apply)));

  private Filters() {}

  /// How a filter's arguments are written, and its meaning.
  private record Filter(String arguments, Meaning meaning) {}

  private interface Meaning {

    void apply(Arguments arguments, RecipeDraft draft);
  }

  /// @throws TintypeException BAD_REQUEST naming the filter
  static void apply(FilterCall call, RecipeDraft draft) {
    Filter filter = KNOWN.get(call.name());
    if (filter == null) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "filter "
              + Received.text(call.name())
              + ": not known"
              + Spelling.hint(call.name(), KNOWN.keySet())
              + "; expected one of "
              + String.join(", ", new TreeSet<>(KNOWN.keySet())));
    }
    filter.meaning().apply(new Arguments(call.name() + filter.arguments(), call), draft);
  }

  private static void background(Arguments arguments, RecipeDraft draft) {
    draft.add(new Drawing.Background(arguments.color(0, Colors.EXPECTED)));
  }

  private static void brightness(Arguments arguments, RecipeDraft draft) {
    draft.add(new Tone.Brightness(arguments.whole(0, -100, 100)));
  }

  private static void contrast(Arguments arguments, RecipeDraft draft) {
    draft.add(new Tone.Contrast(arguments.whole(0, -100, 100)));
  }

  private static void fill(Arguments arguments, RecipeDraft draft) {
    boolean none = arguments.text(0).equals("none");
    Color color = none ? Color.TRANSPARENT : arguments.color(0, Colors.EXPECTED);
    if (draft.boxMayTurn()) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "filter fill: expected fit-in or full-fit-in but received adaptive-fit-in, whose box"
              + " depends on the picture");
    }
    if (arguments.has(1) && arguments.flag(1)) {
      draft.add(new Drawing.Background(color));
    }
    draft.fill(color);
  }

  private static void focal(Arguments arguments, RecipeDraft draft) {
    if (draft.hasFocal()) {
      throw arguments.wrong(0, "one focal area only");
    }
    Matcher area = AREA.matcher(arguments.text(0));
    if (area.matches()) {
      int left = Integer.parseInt(area.group(1));
      int top = Integer.parseInt(area.group(2));
      int right = Integer.parseInt(area.group(3));
      int bottom = Integer.parseInt(area.group(4));
      if (right > left && bottom > top) {
        draft.focal(new Box(left, top, right - left, bottom - top));
        return;
      }
    }
    throw arguments.wrong(0, "LxT:RxB in pixels with R > L and B > T");
  }

  private static void format(Arguments arguments, RecipeDraft draft) {
    draft.format(
        switch (arguments.text(0)) {
          case "jpeg", "jpg" -> Format.JPEG;
          case "png" -> Format.PNG;
          case "gif" -> Format.GIF;
          case "webp" -> Format.WEBP;
          case "avif" -> Format.AVIF;
          case "heif", "heic" -> Format.HEIF;
          case String other ->
              throw arguments.wrong(0, "one of jpeg, png, gif, webp, avif, heif, jpg, heic");
        });
  }

  private static void maxBytes(Arguments arguments, RecipeDraft draft) {
    draft.maxBytes(arguments.wholeLong(0, 1, 1_000_000_000));
  }

  private static void maxFrames(Arguments arguments, RecipeDraft draft) {
    draft.maxFrames(arguments.whole(0, 1, 1_000_000));
  }

  private static void orient(Arguments arguments, RecipeDraft draft) {
    draft.orient(quarter(arguments, 0, 270, "0, 90, 180 or 270"));
  }

  private static void padding(Arguments arguments, RecipeDraft draft) {
    draft.add(
        new Geometry.Pad(
            arguments.whole(1, 0, LARGEST_BORDER),
            arguments.whole(2, 0, LARGEST_BORDER),
            arguments.whole(3, 0, LARGEST_BORDER),
            arguments.whole(4, 0, LARGEST_BORDER),
            arguments.color(0, Colors.EXPECTED)));
  }

  private static void proportion(Arguments arguments, RecipeDraft draft) {
    draft.add(
        new Geometry.Proportion(
            arguments.decimal(0, Double.MIN_VALUE, 1, "a number above 0 and at most 1")));
  }

  private static void quality(Arguments arguments, RecipeDraft draft) {
    draft.quality(arguments.whole(0, 1, 100));
  }

  private static void rgb(Arguments arguments, RecipeDraft draft) {
    draft.add(
        new Tone.Rgb(
            arguments.whole(0, -100, 100),
            arguments.whole(1, -100, 100),
            arguments.whole(2, -100, 100)));
  }

  private static void rotate(Arguments arguments, RecipeDraft draft) {
    int degrees = quarter(arguments, -1_000_000, 1_000_000, "a multiple of 90");
    int turns = RecipeDraft.clockwiseTurns(degrees);
    if (turns != 0) {
      draft.add(new Geometry.QuarterTurn(turns));
    }
  }

  private static int quarter(Arguments arguments, int least, int most, String expected) {
    double degrees = arguments.decimal(0, least, most, expected);
    if (degrees % 90 != 0) {
      throw arguments.wrong(0, expected);
    }
    return (int) degrees;
  }
}
