package io.tintype.imaging;

/// What the header of a source says, without decoding a pixel.
///
/// @param stored size of one frame as stored, before the orientation is applied
/// @param frames frames of an animation or pages of a document, at least 1
/// @param alpha whether the file can hold transparency; it may still be opaque everywhere
/// @param animated whether the frames are shown one after another (a TIFF has pages instead)
/// @param bytes size of the file
/// @param grey whether a PNG, JPEG, TIFF or PNM holds one channel of grey; false for others
public record SourceInfo(
    Format format,
    Size stored,
    Orientation orientation,
    int frames,
    boolean alpha,
    boolean animated,
    long bytes,
    boolean grey) {

  /// In colour.
  public SourceInfo(
      Format format,
      Size stored,
      Orientation orientation,
      int frames,
      boolean alpha,
      boolean animated,
      long bytes) {
    this(format, stored, orientation, frames, alpha, animated, bytes, /* grey= */ false);
  }

  public SourceInfo {
    if (frames < 1) {
      throw new IllegalArgumentException("Expected at least 1 frame but received " + frames);
    }
  }

  /// The same drawing at so many dots per inch; any other picture has its pixels.
  ///
  /// @param density see [Input#density()]
  SourceInfo at(double density) {
    if (format != Format.SVG || density == Input.USUAL_DENSITY) {
      return this;
    }
    double scale = density / Input.USUAL_DENSITY;
    Size drawn =
        new Size(
            (int) Math.max(1, Math.round(stored.width() * scale)),
            (int) Math.max(1, Math.round(stored.height() * scale)));
    return new SourceInfo(format, drawn, orientation, frames, alpha, animated, bytes, grey);
  }

  public Channels channels() {
    return new Channels(grey, alpha);
  }

  /// Size of the picture as people see it; every [Plan] is computed against this.
  public Size size() {
    return orientation.apply(stored);
  }
}
