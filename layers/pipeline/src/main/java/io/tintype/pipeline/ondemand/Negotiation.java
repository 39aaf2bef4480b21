package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Capabilities;
import io.tintype.imaging.Format;
import io.tintype.imaging.Size;
import io.tintype.imaging.SourceInfo;
import io.tintype.requests.Accepted;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Chooses the format of a picture whose request names none: AVIF or WebP where the viewer takes
/// it and the settings allow it, else one that every browser shows.
///
/// @param webp whether WebP may be chosen
/// @param avif whether AVIF may be chosen
/// @param capabilities of the engine
record Negotiation(boolean webp, boolean avif, Capabilities capabilities) {

  /// AVIF takes an encoder long, so larger pictures are WebP.
  private static final long LARGEST_AVIF = 8_000_000;

  private static final Set<Format> EVERYWHERE = EnumSet.of(Format.JPEG, Format.PNG, Format.GIF);

  /// Formats that browsers show, for viewers whose Accept header nobody has looked at.
  private static final Set<Format> BROWSERS =
      EnumSet.of(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP, Format.AVIF);

  /// What may be written, best first; the last one always can be. Whether the first will do
  /// depends on the size of the result, see [#bears].
  List<Format> candidates(Accepted accepted, SourceInfo source) {
    boolean moving = source.animated() && source.frames() > 1;
    List<Format> candidates = new ArrayList<>();
    if (avif && accepted == Accepted.AVIF && !moving) {
      candidates.add(Format.AVIF);
    }
    // Whoever shows AVIF shows WebP.
    if (webp && accepted != Accepted.ANY) {
      candidates.add(Format.WEBP);
    }
    candidates.add(plain(source, moving));
    candidates.removeIf(format -> !writes(format, moving));
    if (candidates.isEmpty()) {
      candidates.add(source.alpha() ? Format.PNG : Format.JPEG);
    }
    return candidates;
  }

  /// Whether a result of this size may have this format.
  static boolean bears(Format format, Size result) {
    return format != Format.AVIF || (long) result.width() * result.height() <= LARGEST_AVIF;
  }

  private Format plain(SourceInfo source, boolean moving) {
    boolean negotiating = webp || avif;
    Set<Format> shown = negotiating ? EVERYWHERE : BROWSERS;
    if (shown.contains(source.format())) {
      return source.format();
    }
    if (moving) {
      return Format.GIF;
    }
    return source.alpha() ? Format.PNG : Format.JPEG;
  }

  /// A format that shows one frame only is no choice for an animation.
  private boolean writes(Format format, boolean moving) {
    return capabilities.writes().contains(format)
        && (!moving || capabilities.animates().contains(format));
  }
}
