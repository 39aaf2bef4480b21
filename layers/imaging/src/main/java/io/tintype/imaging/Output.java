package io.tintype.imaging;

import java.util.Optional;

/// How the finished picture is encoded.
///
/// @param format empty: the source's own, or where that can't be written PNG with transparency
///     and JPEG without
/// @param quality 1..100; empty: the engine's default for the format
/// @param maxBytes encode again at lower quality until the file is at most so large, or as small
///     as it gets
/// @param background what shows through transparency in a format without it, and what
///     [Sizing.Fit#CONTAIN] pads with there
public record Output(
    Optional<Format> format,
    Optional<Integer> quality,
    Optional<Long> maxBytes,
    Color background,
    Encoding encoding,
    Keep keep) {

  public static final Output AS_SOURCE =
      new Output(Optional.empty(), Optional.empty(), Optional.empty(), Color.WHITE);

  /// Which of the source's metadata is written. Never the orientation, which is applied. GIF gets
  /// nothing, PNG and WebP no IPTC, TIFF no EXIF.
  public enum Keep {
    NOTHING,
    /// The ICC profile, where it is one for RGB and the written format can carry it; pixels stay in
    /// its colours instead of being converted to sRGB.
    PROFILE,
    /// Who made the picture and may use it: EXIF Artist and Copyright, IPTC 2:80, 2:110, 2:116 and
    /// XMP dc:creator, dc:rights and xmpRights.
    COPYRIGHT,
    /// Profile, EXIF without its small preview (which may show what an edit has hidden), XMP and
    /// IPTC. Of a TIFF's own tags, those about the picture.
    EVERYTHING
  }

  public Output {
    quality.ifPresent(
        value -> {
          if (value < 1 || value > 100) {
            throw new IllegalArgumentException("Expected a quality 1..100 but received " + value);
          }
        });
    maxBytes.ifPresent(
        value -> {
          if (value < 1) {
            throw new IllegalArgumentException(
                "Expected max_bytes of at least 1 but received " + value);
          }
        });
  }

  public Output(
      Optional<Format> format,
      Optional<Integer> quality,
      Optional<Long> maxBytes,
      Color background) {
    this(format, quality, maxBytes, background, Encoding.USUAL, Keep.NOTHING);
  }

  public Output withFormat(Format other) {
    return new Output(Optional.of(other), quality, maxBytes, background, encoding, keep);
  }

  public Output withQuality(int other) {
    return new Output(format, Optional.of(other), maxBytes, background, encoding, keep);
  }

  public Output withEncoding(Encoding other) {
    return new Output(format, quality, maxBytes, background, other, keep);
  }

  public Output withKeep(Keep other) {
    return new Output(format, quality, maxBytes, background, encoding, other);
  }
}
