package io.tintype.imaging;

/// Where an overlay lies along one axis.
public sealed interface Offset {

  /// Pixels from the near edge, or from the far edge when negative.
  record Pixels(int value) implements Offset {}

  /// Percent of the picture's side from the near edge, or from the far edge when negative;
  /// -100..100.
  record Percent(double value) implements Offset {

    public Percent {
      Expect.between(-100, 100, value, "an offset in percent");
    }
  }

  record Center() implements Offset {}

  /// At the near edge, moved by so many pixels (negative: outwards). Needed because negative pixels
  /// count from the far edge.
  record Near(int value) implements Offset {}

  /// At the far edge, moved by so many pixels (negative: inwards). Needed because 0 pixels is the
  /// near edge.
  record Far(int value) implements Offset {}

  /// In the middle, moved by so many pixels.
  record FromCenter(int value) implements Offset {}

  /// Tiled along this axis.
  record Repeat() implements Offset {}
}
