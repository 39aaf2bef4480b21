package io.tintype.imaging;

import java.util.ArrayList;
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

  private static final double BLURRED_AS_IS = 1_000;

  public Plan {
    edits = List.copyOf(edits);
  }

  /// The same picture, blurred after everything else so that nobody makes out what it shows. Sigma
  /// is meant for a whole original of up to 1,000 pixels a side; where an original would be larger
  /// at this plan's scale, the blur is wider in proportion. What would be too wide for a blur is
  /// done in squares first, or in a single one.
  public Plan blurred(double sigma) {
    Size whole = quarterTurns % 2 == 0 ? source.size() : source.size().turned();
    double longest = Math.max(whole.width() * scaleX(), whole.height() * scaleY());
    double wanted = sigma * Math.max(1, longest / BLURRED_AS_IS);
    List<Edit> more = new ArrayList<>(edits);
    if (wanted > Detail.Blur.WIDEST) {
      int longer = Math.max(result.width(), result.height());
      more.add(new Detail.Pixelate(2 * wanted > longer ? longer : (int) wanted));
    }
    more.add(new Detail.Blur(Math.min(wanted, Detail.Blur.WIDEST)));
    return new Plan(
        source, page, frames, quarterTurns, crop, scaled, flips, more, output, format, result);
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
