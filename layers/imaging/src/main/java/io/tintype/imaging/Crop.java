package io.tintype.imaging;

/// A crop asked for by the caller, on the upright source after [Input#quarterTurns()]. It counts in
/// the picture before the trim, and what both the trim and the crop leave is kept. What lies
/// outside of the picture is cut off; a box with nothing left is ignored, as thumbor does.
public sealed interface Crop {

  /// Edges in pixels of the source; `right` and `bottom` are exclusive.
  record Pixels(int left, int top, int right, int bottom) implements Crop {}

  /// Edges as fractions 0..1 of the source's sides, rounded to whole pixels (half to even).
  record Fractions(double left, double top, double right, double bottom) implements Crop {

    public Fractions {
      for (double edge : new double[] {left, top, right, bottom}) {
        if (!(edge >= 0 && edge <= 1)) {
          throw new IllegalArgumentException("Expected crop fractions 0..1 but received " + edge);
        }
      }
    }
  }
}
