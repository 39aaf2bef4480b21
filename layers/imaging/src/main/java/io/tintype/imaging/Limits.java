package io.tintype.imaging;

/// What one image may cost; checked from the header, before memory is committed. Sides and pixels
/// are of the picture, bytes of the file.
///
/// @param maxBytes largest source file, in bytes
/// @param maxPixels most pixels of a source: all frames of an animation together, or the largest
///     page of a document; likewise of an animated result
/// @param maxFrames most frames of an animation, or pages of a document
/// @param maxSide longest side of a result, in pixels
/// @param maxEdits most edits in one recipe
public record Limits(long maxBytes, long maxPixels, int maxFrames, int maxSide, int maxEdits) {

  public static final Limits DEFAULT = new Limits(50_000_000, 100_000_000, 300, 8192, 20);

  public Limits {
    if (maxBytes < 1 || maxPixels < 1 || maxFrames < 1 || maxSide < 1 || maxEdits < 0) {
      throw new IllegalArgumentException(
          "Expected positive limits but received "
              + maxBytes
              + " bytes, "
              + maxPixels
              + " pixels, "
              + maxFrames
              + " frames, side "
              + maxSide
              + ", "
              + maxEdits
              + " edits");
    }
  }
}
