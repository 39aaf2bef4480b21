package io.tintype.imaging;

import java.util.Optional;

/// How a file is written, beyond its quality. What a format has no use for is ignored; what is
/// empty is the engine's default. The engine `thumbnailator` has no `effort` and `dither` to
/// choose: it ignores them, since they change how long writing takes and how many bytes come out,
/// and no pixel but those of a palette.
///
/// @param progressive JPEG and PNG that appear coarse first
/// @param smallest JPEG: takes longer for fewer bytes; in `vips` progressive with trellis
///     quantisation and the other options of mozjpeg, in `thumbnailator` whichever of baseline and
///     progressive is smaller
/// @param fullColor JPEG: colours at full resolution (4:4:4), as AVIF has them always
/// @param lossless WebP and AVIF
/// @param effort 0 fastest to 9 smallest: WebP (to 6), AVIF, GIF, PNG with palette
/// @param colors PNG and GIF: a palette of so many colours, 2..256. `vips` rounds up to a size that
///     the format has: 2, 4, 16 or 256 in PNG, a power of two in GIF. `thumbnailator` keeps one
///     colour for transparency, which is all or nothing then
/// @param dither of a palette, 0..1
/// @param compression PNG: 0 fastest to 9 smallest
/// @param loops how often an animation is shown; 0 for ever
/// @param delayMillis of every frame, 0..65535; GIF has steps of 10
public record Encoding(
    boolean progressive,
    boolean smallest,
    boolean fullColor,
    boolean lossless,
    Optional<Integer> effort,
    Optional<Integer> colors,
    Optional<Double> dither,
    Optional<Integer> compression,
    Optional<Integer> loops,
    Optional<Integer> delayMillis) {

  public static final Encoding USUAL =
      new Encoding(
          false,
          false,
          false,
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Encoding {
    effort.ifPresent(value -> Expect.between(0, 9, value, "an effort"));
    colors.ifPresent(value -> Expect.between(2, 256, value, "a palette of colours"));
    dither.ifPresent(value -> Expect.between(0, 1, value, "a dither"));
    compression.ifPresent(value -> Expect.between(0, 9, value, "a compression"));
    loops.ifPresent(value -> Expect.between(0, 65535, value, "animation loops"));
    delayMillis.ifPresent(value -> Expect.between(0, 65535, value, "a frame delay in ms"));
  }

  public Encoding withEffort(int other) {
    return new Encoding(
        progressive,
        smallest,
        fullColor,
        lossless,
        Optional.of(other),
        colors,
        dither,
        compression,
        loops,
        delayMillis);
  }
}
