package io.tintype.thumbnailator;

import io.tintype.imaging.Capabilities;
import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.header.Headers;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// The engine that runs wherever Java does. Reads JPEG (CMYK too), PNG, GIF, WebP, TIFF, BMP, PSD,
/// TGA, PNM, ICNS and PCX; writes JPEG, PNG, GIF (with all frames) and, where webp-imageio has a
/// native library for the platform, WebP. Carries out every edit.
///
/// Has no state; safe for use by several threads.
public final class ThumbnailatorEngine implements ImageEngine {

  /// The formats that it reads, wherever it runs.
  public static final Set<Format> READS =
      Collections.unmodifiableSet(
          EnumSet.of(
              Format.JPEG,
              Format.PNG,
              Format.GIF,
              Format.WEBP,
              Format.TIFF,
              Format.BMP,
              Format.PSD,
              Format.TGA,
              Format.PNM,
              Format.ICNS,
              Format.PCX));

  private final Capabilities capabilities;

  public ThumbnailatorEngine() {
    Set<Format> writes = EnumSet.of(Format.JPEG, Format.PNG, Format.GIF);
    if (WebpEncoder.available()) {
      writes.add(Format.WEBP);
    }
    capabilities = new Capabilities(READS, writes, Set.of(Format.GIF), Edits.lacks());
  }

  @Override
  public String name() {
    return "thumbnailator";
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public SourceInfo inspect(Source source, Limits limits) {
    SourceInfo info = Headers.read(source, limits);
    if (!capabilities.reads().contains(info.format())) {
      throw new TintypeException(
          Reason.UNSUPPORTED, "The engine thumbnailator can't read " + info.format());
    }
    return info;
  }

  @Override
  public OpenImage open(Source source, SourceInfo info) {
    return new DecodedImage(source, info);
  }
}
