package io.tintype.requests.sih;

import static java.util.Map.entry;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Blend;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Offset;
import io.tintype.imaging.TintypeException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `edits.overlayWith`: another picture over this one.
final class OverlayEdit {

  private static final Pattern PERCENT = Pattern.compile("\\s*(-?\\d{1,3})p\\s*");
  private static final int LARGEST_OFFSET = 1_000_000;

  private static final Map<String, Blend> BLENDS =
      Map.ofEntries(
          entry("clear", Blend.CLEAR),
          entry("source", Blend.SOURCE),
          entry("over", Blend.OVER),
          entry("in", Blend.IN),
          entry("out", Blend.OUT),
          entry("atop", Blend.ATOP),
          entry("dest", Blend.DEST),
          entry("dest-over", Blend.DEST_OVER),
          entry("dest-in", Blend.DEST_IN),
          entry("dest-out", Blend.DEST_OUT),
          entry("dest-atop", Blend.DEST_ATOP),
          entry("xor", Blend.XOR),
          entry("add", Blend.ADD),
          entry("saturate", Blend.SATURATE),
          entry("multiply", Blend.MULTIPLY),
          entry("screen", Blend.SCREEN),
          entry("overlay", Blend.OVERLAY),
          entry("darken", Blend.DARKEN),
          entry("lighten", Blend.LIGHTEN),
          entry("colour-dodge", Blend.COLOUR_DODGE),
          entry("color-dodge", Blend.COLOUR_DODGE),
          entry("colour-burn", Blend.COLOUR_BURN),
          entry("color-burn", Blend.COLOUR_BURN),
          entry("hard-light", Blend.HARD_LIGHT),
          entry("soft-light", Blend.SOFT_LIGHT),
          entry("difference", Blend.DIFFERENCE),
          entry("exclusion", Blend.EXCLUSION));

  private OverlayEdit() {}

  /// @throws TintypeException BAD_REQUEST
  static Edit read(Value value) {
    Fields fields = value.fields();
    String reference = ObjectNames.reference(fields);
    int transparency = fields.get("alpha").flatMap(OverlayEdit::percent).orElse(0);
    Optional<Integer> maxWidth = fields.get("wRatio").flatMap(OverlayEdit::percent);
    Optional<Integer> maxHeight = fields.get("hRatio").flatMap(OverlayEdit::percent);
    Optional<Fields> options = fields.get("options").map(Value::fields);
    Optional<Offset> left = options.flatMap(given -> given.get("left").map(OverlayEdit::offset));
    Optional<Offset> top = options.flatMap(given -> given.get("top").map(OverlayEdit::offset));
    Optional<Anchor.Aligned> gravity =
        options.flatMap(given -> given.get("gravity")).map(given -> given.oneOf(ResizeEdit.PLACES));
    boolean tile = options.map(given -> given.flag("tile")).orElse(false);
    Blend blend =
        options
            .flatMap(given -> given.get("blend"))
            .map(given -> given.oneOf(BLENDS))
            .orElse(Blend.OVER);
    options.ifPresent(given -> given.indifferent("premultiplied", "density", "limitInputPixels"));
    options.ifPresent(Fields::close);
    fields.close();
    // sharp looks at the gravity only where no place is given
    boolean placed = left.isPresent() || top.isPresent();
    Anchor.Aligned around = placed ? Anchor.CENTER : gravity.orElse(Anchor.CENTER);
    return new Drawing.Watermark(
        reference,
        tile ? new Offset.Repeat() : left.orElse(aligned(around.x())),
        tile ? new Offset.Repeat() : top.orElse(aligned(around.y())),
        transparency,
        maxWidth,
        maxHeight,
        blend);
  }

  /// Anything but a whole percentage 0..100 counts as not given.
  private static Optional<Integer> percent(Value value) {
    boolean whole = value.shown().matches("100|[1-9]?[0-9]");
    return whole ? Optional.of(Integer.valueOf(value.shown())) : Optional.empty();
  }

  private static Offset offset(Value value) {
    Matcher percent = PERCENT.matcher(value.shown());
    if (percent.matches()) {
      return Wrong.named(
          value.place(), () -> new Offset.Percent(Integer.parseInt(percent.group(1))));
    }
    if (!value.isNumber() || Math.abs(value.number()) > LARGEST_OFFSET) {
      throw value.wrong("pixels, or a percentage such as 50p");
    }
    return new Offset.Pixels((int) value.number());
  }

  private static Offset aligned(double fraction) {
    if (fraction == 0.5) {
      return new Offset.Center();
    }
    return fraction == 0 ? new Offset.Pixels(0) : new Offset.Far(0);
  }
}
