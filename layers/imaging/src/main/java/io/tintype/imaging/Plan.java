package io.tintype.imaging;

import java.util.List;

/// A recipe resolved against one source: pure geometry, nothing left to decide. Carried out in
/// this order: turn upright, cut out `crop`, resample to `scaled`, flip, apply `edits`, encode.
///
/// @param source as large as it is at the recipe's density
/// @param page first frame or page that is rendered, from 0
/// @param frames how many frames are rendered, from that one
/// @param crop what is kept, in pixels of the upright source after [Input#quarterTurns()]
/// @param quarterTurns clockwise, after the source's own orientation
/// @param scaled exact size after resampling
/// @param result exact size of the finished picture
/// @param format what is written
public record Plan(
    SourceInfo source,
    int page,
    int frames,
    int quarterTurns,
    Box crop,
    Size scaled,
    Flips flips,
    List<Edit> edits,
    Output output,
    Format format,
    Size result) {

  public Plan {
    edits = List.copyOf(edits);
  }

  /// The same plan for the same picture in another file, upright or not.
  public Plan withSource(SourceInfo other) {
    return new Plan(
        other, page, frames, quarterTurns, crop, scaled, flips, edits, output, format, result);
  }

  /// Horizontal scale factor, exact: result pixels per source pixel.
  public double scaleX() {
    return (double) scaled.width() / crop.width();
  }

  /// Vertical scale factor, exact.
  public double scaleY() {
    return (double) scaled.height() / crop.height();
  }
}
