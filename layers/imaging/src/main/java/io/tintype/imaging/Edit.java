package io.tintype.imaging;

import java.util.Optional;

/// One pixel operation on the sized picture. Adding one breaks the compile of every engine, which
/// is meant.
public sealed interface Edit {

  /// Size of the picture after this edit.
  default Size after(Size before) {
    return before;
  }

  /// Clockwise quarter turns, 1..3.
  record QuarterTurn(int turns) implements Edit {

    public QuarterTurn {
      require(turns >= 1 && turns <= 3, "1..3 quarter turns", turns);
    }

    @Override
    public Size after(Size before) {
      return turns % 2 == 0 ? before : before.turned();
    }
  }

  /// Adds a border of one colour; every side in pixels, 0 or more.
  record Pad(int left, int top, int right, int bottom, Color color) implements Edit {

    public Pad {
      require(
          Math.min(Math.min(left, top), Math.min(right, bottom)) >= 0,
          "borders of 0 pixels or more",
          Math.min(Math.min(left, top), Math.min(right, bottom)));
    }

    @Override
    public Size after(Size before) {
      return new Size(
          Math.addExact(before.width(), Math.addExact(left, right)),
          Math.addExact(before.height(), Math.addExact(top, bottom)));
    }
  }

  /// Pads, centred, to at least the box; a picture that is larger on a side keeps that side. An
  /// odd pixel goes right or below.
  record PadTo(Size box, Color color) implements Edit {

    @Override
    public Size after(Size before) {
      return new Size(
          Math.max(before.width(), box.width()), Math.max(before.height(), box.height()));
    }
  }

  /// Scales the picture by a factor in (0, 1].
  record Proportion(double factor) implements Edit {

    public Proportion {
      require(factor > 0 && factor <= 1, "a proportion above 0 and at most 1", factor);
    }

    @Override
    public Size after(Size before) {
      return new Size(
          Math.max(1, (int) Math.round(before.width() * factor)),
          Math.max(1, (int) Math.round(before.height() * factor)));
    }
  }

  /// Puts the picture on a canvas of one colour; transparency is gone where the colour is opaque.
  record Background(Color color) implements Edit {}

  /// Grey by luma, Y' = 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601), as Pillow's mode L.
  record Greyscale() implements Edit {}

  /// Adds 255 * percent / 100 to every channel, as thumbor's `brightness`; -100..100. How this and
  /// the other point edits round is said in [Lowering].
  record Brightness(int percent) implements Edit {

    public Brightness {
      require(percent >= -100 && percent <= 100, "a brightness -100..100", percent);
    }
  }

  /// Multiplies the distance from mid-grey by ((percent + 100) / 100)^2, as thumbor's `contrast`;
  /// -100..100.
  record Contrast(int percent) implements Edit {

    public Contrast {
      require(percent >= -100 && percent <= 100, "a contrast -100..100", percent);
    }
  }

  /// Adds 255 * percent / 100 to each channel, as thumbor's `rgb`; each -100..100.
  record Rgb(int red, int green, int blue) implements Edit {

    public Rgb {
      for (int percent : new int[] {red, green, blue}) {
        require(percent >= -100 && percent <= 100, "rgb percentages -100..100", percent);
      }
    }
  }

  /// Gaussian blur; sigma in pixels of the sized picture, above 0 and at most 150.
  record Blur(double sigma) implements Edit {

    public Blur {
      require(sigma > 0 && sigma <= 150, "a blur sigma above 0 and at most 150", sigma);
    }
  }

  /// Draws another picture over this one.
  ///
  /// @param image reference of the picture, see [Recipe#inputs()]
  /// @param transparency percent, 0 opaque to 100 invisible
  /// @param maxWidth the picture is made to fit into so many percent of this one's width, 1..100,
  ///     if given
  /// @param maxHeight likewise of its height
  record Watermark(
      String image,
      Offset x,
      Offset y,
      int transparency,
      Optional<Integer> maxWidth,
      Optional<Integer> maxHeight)
      implements Edit {

    public Watermark {
      require(
          transparency >= 0 && transparency <= 100,
          "a watermark transparency 0..100",
          transparency);
      maxWidth.ifPresent(Edit::requireRatio);
      maxHeight.ifPresent(Edit::requireRatio);
    }
  }

  /// Where an overlay lies along one axis.
  sealed interface Offset {

    /// Pixels from the near edge, or from the far edge when negative.
    record Pixels(int value) implements Offset {}

    /// Percent of the picture's side from the near edge, or from the far edge when negative;
    /// -100..100.
    record Percent(int value) implements Offset {

      public Percent {
        require(value >= -100 && value <= 100, "an offset of -100..100 percent", value);
      }
    }

    record Center() implements Offset {}

    /// Tiled along this axis.
    record Repeat() implements Offset {}
  }

  private static void requireRatio(int percent) {
    require(percent >= 1 && percent <= 100, "a watermark ratio of 1..100 percent", percent);
  }

  private static void require(boolean holds, String expected, Object received) {
    if (!holds) {
      throw new IllegalArgumentException("Expected " + expected + " but received " + received);
    }
  }
}
