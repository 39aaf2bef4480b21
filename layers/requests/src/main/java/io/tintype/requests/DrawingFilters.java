package io.tintype.requests;

import io.tintype.imaging.Color;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Drawing.Redact.Cover;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Filters that draw over, under or out of the picture.
final class DrawingFilters {

  private static final Pattern RADII = Pattern.compile("(\\d{1,6})(?:\\|(\\d{1,6}))?");
  private static final int LARGEST_RADIUS = 999_999;

  static final Map<String, Filter> ALL =
      Map.ofEntries(
          Filter.edit("background_color", "(color)", a -> new Drawing.Background(a.color(0))),
          Filter.of("frame", "(image)", DrawingFilters::frame),
          Filter.of("image", "(path[,x[,y[,alpha[,blend]]]])", DrawingFilters::image),
          Filter.of("label", "(text[,x[,y[,size[,color[,alpha[,font]]]]]])", TextFilters::label),
          Filter.edit("redact", "([cover[,strength]])", a -> redact(a, /* oval= */ false)),
          Filter.edit("redact_oval", "([cover[,strength]])", a -> redact(a, /* oval= */ true)),
          Filter.edit(
              "round_corner",
              "(radius[,y_or_red[,color_or_green[,blue[,transparent]]]])",
              DrawingFilters::roundCorner),
          Filter.of(
              "text",
              "(text[,x[,y[,font[,color[,alpha[,blend[,width[,align[,justify[,wrap[,spacing"
                  + "[,dpi]]]]]]]]]]]])",
              TextFilters::text),
          Filter.of(
              "watermark", "(image,x,y,alpha[,w_ratio[,h_ratio]])", DrawingFilters::watermark));

  private DrawingFilters() {}

  private static void frame(Arguments arguments, RecipeDraft draft) {
    draft.add(new Drawing.Frame(draft.operand(arguments, /* always= */ false)));
  }

  private static void image(Arguments arguments, RecipeDraft draft) {
    draft.add(
        new Drawing.Watermark(
            draft.operand(arguments, /* always= */ true),
            Places.across(arguments, 1),
            Places.down(arguments, 2),
            arguments.whole(3, 0, 100, 0),
            Optional.empty(),
            Optional.empty(),
            Places.blend(arguments, 4)));
  }

  private static void watermark(Arguments arguments, RecipeDraft draft) {
    draft.add(
        new Drawing.Watermark(
            draft.operand(arguments, /* always= */ false),
            Places.across(arguments, 1),
            Places.down(arguments, 2),
            arguments.whole(3, 0, 100),
            ratio(arguments, 4),
            ratio(arguments, 5)));
  }

  private static Optional<Integer> ratio(Arguments arguments, int index) {
    if (!arguments.has(index) || arguments.text(index).equals("none")) {
      return Optional.empty();
    }
    return Optional.of(arguments.whole(index, 1, 100));
  }

  private static Drawing redact(Arguments arguments, boolean oval) {
    String cover = arguments.has(0) ? arguments.text(0) : "blur";
    return new Drawing.Redact(
        new Drawing.Redact.Areas.Faces(),
        switch (cover) {
          case "blur" -> new Cover.Blurred(arguments.whole(1, 1, 150, 15));
          case "pixelate" -> new Cover.Pixelated(arguments.whole(1, 1, 1000, 10));
          case String other -> new Cover.Plain(arguments.color(0));
        },
        oval);
  }

  /// thumbor's `(a[|b],red,green,blue[,transparent])` from four arguments on, else imagor's
  /// `(rx[,ry[,color]])`.
  private static Drawing roundCorner(Arguments arguments) {
    if (arguments.count() < 4) {
      int radius = arguments.whole(0, 0, LARGEST_RADIUS);
      return new Drawing.RoundCorners(
          radius,
          arguments.whole(1, 0, LARGEST_RADIUS, radius),
          arguments.has(2) ? arguments.color(2) : Color.TRANSPARENT);
    }
    Matcher radii = RADII.matcher(arguments.text(0));
    if (!radii.matches()) {
      throw arguments.wrong(0, "0.." + LARGEST_RADIUS + ", or two of these as in 20|10,");
    }
    int across = Integer.parseInt(radii.group(1));
    int down = radii.group(2) == null ? across : Integer.parseInt(radii.group(2));
    Color color =
        Color.opaque(
            arguments.whole(1, 0, 255), arguments.whole(2, 0, 255), arguments.whole(3, 0, 255));
    boolean transparent = arguments.has(4) && arguments.flag(4);
    return new Drawing.RoundCorners(across, down, transparent ? Color.TRANSPARENT : color);
  }
}
