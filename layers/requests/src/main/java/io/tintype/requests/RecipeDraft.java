package io.tintype.requests;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Format;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Input;
import io.tintype.imaging.Output;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Sizing.Length;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A recipe being put together: what the segments said, and then one filter after the other.
/// Where a filter sets what an earlier one set, the later one holds, as in thumbor.
final class RecipeDraft {

  private final OptionPath path;
  private final List<Edit> edits = new ArrayList<>();
  private boolean stretch;
  private boolean enlarge;
  private boolean padded;
  private int maxFrames = Integer.MAX_VALUE;
  private int quarterTurns;
  private Optional<Anchor> focal = Optional.empty();
  private Optional<Format> format = Optional.empty();
  private Optional<Integer> quality = Optional.empty();
  private Optional<Long> maxBytes = Optional.empty();

  private RecipeDraft(OptionPath path) {
    this.path = path;
    this.stretch = path.stretch();
    this.enlarge = !path.fitIn().asked() || path.fitIn().full();
  }

  static RecipeDraft of(OptionPath path) {
    RecipeDraft draft = new RecipeDraft(path);
    for (FilterCall call : path.filters()) {
      Filters.apply(call, draft);
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
    }
    return new Recipe(
        new Input(maxFrames, quarterTurns),
        path.trim(),
        path.crop(),
        sizing(),
        path.flips(),
        edits,
        new Output(format, quality, maxBytes, Color.WHITE));
  }

  void add(Edit edit) {
    edits.add(edit);
  }

  /// Counter-clockwise degrees, a multiple of 90, applied before everything else.
  void orient(int degrees) {
    quarterTurns = clockwiseTurns(degrees);
  }

  /// Clockwise quarter turns, 0..3, of counter-clockwise degrees.
  static int clockwiseTurns(int degrees) {
    return Math.floorMod(-(degrees / 90), 4);
  }

  void maxFrames(int frames) {
    maxFrames = frames;
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

  void focal(Box area) {
    focal = Optional.of(new Anchor.Focal(area));
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

  /// Whether the box is only known together with the source, because its sides may change places.
  boolean boxMayTurn() {
    return path.fitIn().asked() && path.fitIn().adaptive() && !path.width().equals(path.height());
  }

  /// Pads to the wanted box, then adds the borders that the padding segment asked for. A side
  /// that isn't given in pixels needs no padding.
  void fill(Color color) {
    int width = path.width() instanceof Length.Pixels(int value) ? value : 1;
    int height = path.height() instanceof Length.Pixels(int value) ? value : 1;
    if (width > 1 || height > 1) {
      edits.add(new Geometry.PadTo(new Size(width, height), color));
    }
    if (!padded) {
      pad(color, edits.size());
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
    padded = true;
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
