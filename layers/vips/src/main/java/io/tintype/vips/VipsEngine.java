package io.tintype.vips;

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
import io.tintype.imaging.header.SvgDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The fast engine, over libvips. Reads and writes JPEG, PNG, GIF, WebP, TIFF and AVIF, GIF and
/// WebP with all frames; reads SVG too. Carries out every edit.
///
/// Needs the native library, which may be missing: [#load] says so without failing. Safe for use
/// by several threads; decodes and encodes on a fixed number of platform threads.
public final class VipsEngine implements ImageEngine {

  private static final Set<Format> WRITES =
      Set.of(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP, Format.TIFF, Format.AVIF);
  private static final Set<Format> READS =
      Set.of(
          Format.JPEG, Format.PNG, Format.GIF, Format.WEBP, Format.TIFF, Format.AVIF, Format.SVG);

  final Vips vips;
  private final Workers workers;
  private final Capabilities capabilities =
      new Capabilities(READS, WRITES, Set.of(Format.GIF, Format.WEBP), Edits.lacks());

  private VipsEngine(Vips vips, Workers workers) {
    this.vips = vips;
    this.workers = workers;
  }

  /// Whether the engine is there.
  public sealed interface Library {

    /// @param version of libvips, such as `8.18.7`
    record Loaded(VipsEngine engine, String version) implements Library {}

    /// @param cause for people, without a full stop
    record Missing(String cause) implements Library {}
  }

  /// Looks for the library in the folder that the system property `tintype.vips` names, in
  /// `/opt/lib` (a Lambda layer) and in `java.library.path`, in this order, and uses as many
  /// threads as there are processors. The system property `tintype.vips.threads` says another
  /// number, and `tintype.vips.cache` how many operations libvips remembers, 0 unless it says so.
  public static Library load() {
    int processors = Runtime.getRuntime().availableProcessors();
    int threads = Math.max(1, Integer.getInteger("tintype.vips.threads", processors));
    return load(Loader.usualFolders(), threads);
  }

  /// @param folders where the library may lie; a process loads it once, so later calls give the
  ///     one that is there
  /// @param threads how many pictures are encoded at once, and how many threads work on one
  public static Library load(List<Path> folders, int threads) {
    return switch (Loader.load(folders, threads)) {
      case Loader.Result.Loaded(Vips vips) ->
          new Library.Loaded(new VipsEngine(vips, new Workers(threads)), vips.version());
      case Loader.Result.Missing(String cause) -> new Library.Missing(cause);
    };
  }

  @Override
  public String name() {
    return "vips";
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public SourceInfo inspect(Source source, Limits limits) {
    SourceInfo info = Headers.read(source, limits);
    if (!READS.contains(info.format())) {
      throw new TintypeException(Reason.UNSUPPORTED, "The engine vips can't read " + info.format());
    }
    if (info.format() == Format.SVG) {
      // Says why, where it is not to be drawn.
      var unused = SvgDocument.read(source);
    }
    return info;
  }

  @Override
  public OpenImage open(Source source, SourceInfo info) {
    return info.format() == Format.SVG
        ? new VectorImage(vips, workers, source, info)
        : new DecodedImage(vips, workers, source, info);
  }

  /// What libvips holds, in words, for programs that look for leaks.
  public String held() {
    Vips.Tracked tracked = vips.tracked();
    return tracked.bytes() + " bytes in " + tracked.allocations() + " allocations";
  }

  /// What libvips has open, for tests that look for leaks.
  Vips.Tracked tracked() {
    return vips.tracked();
  }
}
