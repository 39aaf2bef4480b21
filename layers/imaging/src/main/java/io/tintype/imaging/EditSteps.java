package io.tintype.imaging;

import java.util.List;
import java.util.Locale;

/// Follows the size of a picture through its edits and holds every step to the limits and to what
/// the engine can do.
///
/// @param frames how many frames of that size there will be
record EditSteps(Capabilities capabilities, Limits limits, int frames) {

  /// @throws TintypeException BAD_REQUEST when there are more edits than the limit allows
  void requireCount(List<Edit> edits) {
    if (edits.size() > limits.maxEdits()) {
      throw badRequest(
          "Expected at most " + limits.maxEdits() + " edits but received " + edits.size());
    }
  }

  /// @throws TintypeException BAD_REQUEST when an edit is not available or makes the picture too
  ///     large
  Size result(Size scaled, List<Edit> edits) {
    Size size = scaled;
    for (Edit edit : edits) {
      if (capabilities.lacks().contains(edit.getClass())) {
        throw badRequest("The edit " + name(edit) + " is not available with this engine");
      }
      size = after(size, edit);
    }
    return size;
  }

  /// The size as a [Size], where it is within the limits.
  ///
  /// @param step what makes the picture so large, for the message
  Size accept(long width, long height, String step) {
    if (Math.max(width, height) > limits.maxSide()) {
      throw badRequest(
          "Expected sides of at most "
              + limits.maxSide()
              + " pixels but "
              + step
              + " gives "
              + width
              + "x"
              + height);
    }
    Size size = new Size((int) width, (int) height);
    if (frames > 1 && size.pixels() > limits.maxPixels() / frames) {
      throw badRequest(
          "Expected an animation of at most "
              + limits.maxPixels()
              + " pixels but "
              + step
              + " gives "
              + frames
              + " frames of "
              + size);
    }
    return size;
  }

  private Size after(Size before, Edit edit) {
    Size size;
    try {
      size = edit.after(before);
    } catch (ArithmeticException overflow) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "Expected sides of at most "
              + limits.maxSide()
              + " pixels but "
              + name(edit)
              + " gives more than "
              + Integer.MAX_VALUE,
          overflow);
    }
    return accept(size.width(), size.height(), name(edit));
  }

  /// The record's name in words: `quarter turn` for [Geometry.QuarterTurn].
  private static String name(Edit edit) {
    return edit.getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }

  private static TintypeException badRequest(String message) {
    return new TintypeException(Reason.BAD_REQUEST, message);
  }
}
