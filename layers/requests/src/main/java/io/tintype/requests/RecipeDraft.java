package io.tintype.requests;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Color;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Encoding;
import io.tintype.imaging.Fill;
import io.tintype.imaging.Format;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Input;
import io.tintype.imaging.Output;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Sizing.Length;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Trim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A recipe being put together: what the segments said, and then one filter after the other.
/// Where a filter sets what an earlier one set, the later one holds, as in thumbor.
final class RecipeDraft {

  private final OptionPath path;
  private final Dialect dialect;
  private final Nesting nesting;
  private final Wishes wishes = new Wishes();
  private final List<Edit> edits = new ArrayList<>();
  private boolean stretch;
  private boolean enlarge;
  private boolean padded;
  private int maxFrames = Integer.MAX_VALUE;
  private int quarterTurns;
  private int page;
  private double density = Input.USUAL_DENSITY;
  private Optional<Trim> trim;
  private Optional<Anchor> focal = Optional.empty();
  private Optional<Format> format = Optional.empty();
  private Optional<Integer> quality = Optional.empty();
  private Optional<Long> maxBytes = Optional.empty();
  private Output.Keep keep = Output.Keep.NOTHING;
  private boolean lossless;
  private Optional<Integer> colors = Optional.empty();
  private Optional<Integer> compression = Optional.empty();

  private RecipeDraft(OptionPath path, Dialect dialect, Nesting nesting) {
    this.path = path;
    this.dialect = dialect;
    this.nesting = nesting;
    this.trim = path.trim();
    this.stretch = path.stretch();
    this.enlarge = !path.fitIn().asked() || path.fitIn().full();
  }

  /// @throws TintypeException BAD_REQUEST naming the filter, except in thumbor's dialect, where a
  ///     filter that is not understood is left out
  static RecipeDraft of(OptionPath path, Dialect dialect, Nesting nesting) {
    RecipeDraft draft = new RecipeDraft(path, dialect, nesting);
    for (FilterCall call : path.filters()) {
      try {
        Filters.apply(call, draft);
      } catch (TintypeException e) {
        // A picture that can't be had is an error in thumbor too.
        boolean operand = e.getCause() instanceof TintypeException;
        if (dialect != Dialect.THUMBOR || operand) {
          throw e;
        }
      }
    }
    return draft;
  }

  Recipe recipe() {
    if (!path.fitIn().asked() && !enlarge) {
      // The box shrinks to a small source then, and the picture fills it.
      edits.removeIf(Geometry.PadTo.class::isInstance);
    }
    if (!padded) {
      pad(Color.TRANSPARENT, /* at= */ 0);
      padded = true;
    }
    return new Recipe(
        new Input(maxFrames, quarterTurns, page, density),
        trim,
        path.crop(),
        sizing(),
        path.flips(),
        edits,
        new Output(format, quality, maxBytes, Color.WHITE, encoding(), keep));
  }

  Wishes wishes() {
    return wishes;
  }

  void add(Edit edit) {
    edits.add(edit);
  }

  /// The reference of the picture that a filter names in its first argument.
  ///
  /// @param always whether it is a path even without a slash before it
  /// @throws TintypeException BAD_REQUEST when it can't be read
  String operand(Arguments arguments, boolean always) {
    String raw = arguments.value(0).raw();
    boolean isPath = always || raw.startsWith("/") || raw.startsWith("unsafe/");
    String reference = isPath ? "/" + raw.replaceFirst("^/+", "") : raw;
    try {
      Operand.check(reference, dialect, nesting);
    } catch (TintypeException e) {
      throw new TintypeException(
          e.reason(), "filter " + arguments.name() + ": " + e.getMessage(), e);
    }
    return reference;
  }

  void orient(int clockwiseTurns) {
    quarterTurns = clockwiseTurns;
  }

  void maxFrames(int frames) {
    maxFrames = frames;
  }

  /// @param index from 0
  void page(int index) {
    page = index;
  }

  void density(double dpi) {
    density = dpi;
  }

  /// Whether nothing has been said that a trim must come after.
  boolean untouched() {
    boolean sized = !(path.width() instanceof Length.Auto && path.height() instanceof Length.Auto);
    return !sized && path.crop().isEmpty() && edits.isEmpty() && path.padding().isEmpty();
  }

  void trim(Trim value) {
    trim = Optional.of(value);
  }

  void stretch() {
    stretch = true;
  }

  void enlarge(boolean allowed) {
    enlarge = allowed;
  }

  boolean hasFocal() {
    return focal.isPresent();
  }

  void focal(Anchor anchor) {
    focal = Optional.of(anchor);
  }

  void format(Format value) {
    format = Optional.of(value);
  }

  void quality(int value) {
    quality = Optional.of(value);
  }

  void maxBytes(long value) {
    maxBytes = Optional.of(value);
  }

  void keep(Output.Keep value) {
    keep = value;
  }

  void lossless() {
    lossless = true;
  }

  /// Of a palette.
  void colors(int most) {
    colors = Optional.of(most);
  }

  void compression(int level) {
    compression = Optional.of(level);
  }

  /// Whether the sides of the box may change places with the picture's.
  boolean boxMayTurn() {
    boolean adaptive = path.fitIn().asked() && path.fitIn().adaptive();
    boolean sided =
        !(path.width() instanceof Length.Auto) && !(path.height() instanceof Length.Auto);
    return adaptive && sided && !path.width().equals(path.height());
  }

  /// Whether the URL alone says how large the box is, be it on its side.
  boolean boxIsKnown() {
    return !(path.width() instanceof Length.Original)
        && !(path.height() instanceof Length.Original);
  }

  /// How wide the picture becomes, where that follows from the URL alone.
  Optional<Integer> certainWidth() {
    boolean certain = !path.fitIn().asked() && enlarge;
    return certain && path.width() instanceof Length.Pixels(int value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /// Pads to the wanted box, then adds the borders that the padding segment asked for. A side
  /// that isn't given in pixels needs no padding.
  void fill(Fill fill) {
    int width = path.width() instanceof Length.Pixels(int value) ? value : 1;
    int height = path.height() instanceof Length.Pixels(int value) ? value : 1;
    OptionPath.Padding border = path.padding().orElse(OptionPath.Padding.NONE);
    if (!(fill instanceof Fill.Plain) && !padded) {
      // The border shows the same as the rest, so both are one box around the middle.
      boolean turned = boxMayTurn() && border.left() != border.top();
      if (!border.even() || turned || (border.any() && (width == 1 || height == 1))) {
        throw new TintypeException(
            Reason.BAD_REQUEST,
            "filter fill: expected a colour, because auto and blur can only fill an even padding of"
                + " a box with two sides");
      }
      width += 2 * border.left();
      height += 2 * border.top();
      padded = true;
    }
    if (width > 1 || height > 1) {
      edits.add(new Geometry.PadTo(new Size(width, height), Anchor.CENTER, fill, boxMayTurn()));
    }
    if (!padded && fill instanceof Fill.Plain(Color color)) {
      pad(color, edits.size());
      padded = true;
    }
  }

  private void pad(Color color, int at) {
    path.padding()
        .ifPresent(
            border ->
                edits.add(
                    at,
                    new Geometry.Pad(
                        border.left(), border.top(), border.right(), border.bottom(), color)));
  }

  private Encoding encoding() {
    return new Encoding(
        Encoding.USUAL.progressive(),
        Encoding.USUAL.smallest(),
        Encoding.USUAL.fullColor(),
        lossless,
        Encoding.USUAL.effort(),
        colors,
        Encoding.USUAL.dither(),
        compression,
        Encoding.USUAL.loops(),
        Encoding.USUAL.delayMillis());
  }

  private Sizing sizing() {
    return new Sizing(
        path.width(),
        path.height(),
        fit(),
        anchor(),
        path.fitIn().asked() && path.fitIn().adaptive(),
        enlarge);
  }

  private Sizing.Fit fit() {
    if (path.fitIn().asked()) {
      return path.fitIn().full() ? Sizing.Fit.OUTSIDE : Sizing.Fit.INSIDE;
    }
    return stretch ? Sizing.Fit.FILL : Sizing.Fit.COVER;
  }

  private Anchor anchor() {
    Anchor aligned =
        path.smart() ? new Anchor.Smart() : new Anchor.Aligned(path.alignX(), path.alignY());
    return focal.orElse(aligned);
  }
}
