package io.tintype.requests;

import io.tintype.imaging.Crop;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Sizing.Length;
import io.tintype.imaging.Trim;
import java.util.List;
import java.util.Optional;

/// What the segments of an option path say, before the filters are understood. Fractions of
/// `alignX` and `alignY` are those of `Anchor.Aligned`.
record OptionPath(
    Optional<Trim> trim,
    Optional<Crop> crop,
    FitIn fitIn,
    boolean stretch,
    Length width,
    Length height,
    Flips flips,
    Optional<Padding> padding,
    double alignX,
    double alignY,
    boolean smart,
    List<FilterCall> filters) {

  static final OptionPath NONE = new OptionReader(PathText.plain(""), 0).read();

  OptionPath {
    filters = List.copyOf(filters);
  }

  /// `full` and `adaptive` mean nothing unless `asked`.
  record FitIn(boolean asked, boolean adaptive, boolean full) {}

  /// Borders in pixels.
  record Padding(int left, int top, int right, int bottom) {

    static final Padding NONE = new Padding(0, 0, 0, 0);

    boolean any() {
      return !equals(NONE);
    }

    /// Whether opposite borders are equal.
    boolean even() {
      return left == right && top == bottom;
    }
  }
}
