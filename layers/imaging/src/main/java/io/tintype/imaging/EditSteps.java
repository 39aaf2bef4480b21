package io.tintype.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Follows the size of a picture through its edits and holds every step to the limits and to what
/// the engine can do.
///
/// @param frames how many frames of that size there will be
/// @param stored what the source holds
record EditSteps(Capabilities capabilities, Limits limits, int frames, Channels stored) {

  /// @throws TintypeException BAD_REQUEST when there are more edits than the limit allows
  void requireCount(List<Edit> edits) {
    if (edits.size() > limits.maxEdits()) {
      throw badRequest(
          "Expected at most " + limits.maxEdits() + " edits but received " + edits.size());
    }
  }

  /// Edits with nothing left to decide, and what comes out.
  record Followed(List<Edit> edits, Size result) {}

  /// @param region the part of the source that is sized
  /// @param faces in the sized picture, before the first edit
  /// @throws TintypeException BAD_REQUEST when an edit is not available or makes the picture too
  ///     large
  Followed follow(List<Edit> edits, Size region, FaceAreas faces) {
    List<Edit> known = new ArrayList<>();
    FaceAreas now = faces;
    for (Edit edit : edits) {
      if (capabilities.lacks().contains(edit.getClass())) {
        throw badRequest("The edit " + name(edit) + " is not available with this engine");
      }
      if (edit instanceof Detail.Clahe clahe) {
        clahe.requireTime(now.picture(), frames);
      }
      Edit step = decided(edit, region, now);
      known.add(step);
      now = now.after(step, after(now.picture(), step));
    }
    return new Followed(known, now.picture());
  }

  /// What depends on the source is now known.
  private Edit decided(Edit edit, Size region, FaceAreas faces) {
    return switch (edit) {
      case Geometry.Cut(Crop.Face face) -> {
        Box box = faces.crop(face).orElse(Box.of(faces.picture()));
        yield new Geometry.Cut(new Crop.Exact(box.left(), box.top(), box.width(), box.height()));
      }
      case Geometry.PadTo(Size box, Anchor.Aligned place, Fill fill, boolean adaptive)
          when adaptive ->
          new Geometry.PadTo(Scaling.adapted(box, region), place, fill);
      case Geometry.Resize resize -> resize.around(faces);
      case Geometry.Resample(Geometry.Resize resize, Kernel kernel) ->
          new Geometry.Resample(resize.around(faces), kernel);
      case Drawing.Redact(Drawing.Redact.Areas.Faces _, var cover, boolean oval) ->
          new Drawing.Redact(new Drawing.Redact.Areas.Given(faces.fractions()), cover, oval);
      case Drawing.JoinChannels join -> join.of(stored);
      case Geometry _, Tone _, Detail _, Drawing _ -> edit;
    };
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
