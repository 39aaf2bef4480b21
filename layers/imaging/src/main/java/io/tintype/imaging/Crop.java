package io.tintype.imaging;

/// A crop asked for by the caller, on the upright source after [Input#quarterTurns()]. It counts in
/// the picture before the trim, and what both the trim and the crop leave is kept. What lies
/// outside of the picture is cut off; a box with nothing left is ignored, as thumbor does.
public sealed interface Crop {

  /// Edges in pixels of the source; `right` and `bottom` are exclusive.
  record Pixels(int left, int top, int right, int bottom) implements Crop {}

  /// A part of the picture that must lie inside of it, or the request is wrong.
  record Exact(int left, int top, int width, int height) implements Crop {

    public Exact {
      Expect.that(left >= 0 && top >= 0, "a crop at 0,0 or further in", left + "," + top);
      Expect.that(width >= 1 && height >= 1, "a crop of at least 1x1", width + "x" + height);
    }
  }

  /// No more than so many pixels of what is left, all of a side that is shorter. Half a pixel
  /// counts to the right and below.
  ///
  /// @param place of the part that is kept
  record AtMost(int width, int height, Anchor.Aligned place) implements Crop {

    public AtMost {
      Expect.that(width >= 1 && height >= 1, "a crop of at least 1x1", width + "x" + height);
    }
  }

  /// The box around a face with a border of so many pixels, cut off at the picture's edges; the
  /// whole picture where it has no faces.
  ///
  /// @param index of the face, 0 is the largest
  record Face(int index, int padding) implements Crop {

    public Face {
      Expect.that(index >= 0, "a face index of 0 or more", index);
    }
  }

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
