package io.tintype.engines;

import io.tintype.heif.HeifDecoder;
import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Settings.EngineChoice;
import io.tintype.thumbnailator.ThumbnailatorEngine;
import io.tintype.vips.VipsEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chooses the engine, once, at the start, and says in the log which and why. Nothing changes it
/// afterwards.
public final class Engines {

  private static final Logger LOG = LoggerFactory.getLogger(Engines.class);

  private Engines() {}

  /// With HEIF, where libheif is installed.
  ///
  /// @param vips looks for libvips; not asked when it isn't wanted
  /// @throws TintypeException INTERNAL when `vips` is asked for by name and isn't there
  public static ImageEngine choose(EngineChoice choice, Supplier<VipsEngine.Library> vips) {
    return withHeif(engine(choice, vips), HeifDecoder.load());
  }

  static ImageEngine withHeif(ImageEngine engine, HeifDecoder.Library heif) {
    List<PictureReader> readers = new ArrayList<>();
    if (!(engine instanceof ThumbnailatorEngine)) {
      readers.add(new EngineReader(ThumbnailatorEngine.READS, () -> Beside.THUMBNAILATOR));
    }
    return switch (heif) {
      case HeifDecoder.Library.Loaded(HeifDecoder decoder, String version) -> {
        LOG.info("libheif {} reads HEIF", version);
        readers.add(new HeifReader(decoder));
        yield new HandingOver(engine, readers, Map.of());
      }
      case HeifDecoder.Library.Missing(String cause) ->
          new HandingOver(engine, readers, Map.of(Format.HEIF, cause));
    };
  }

  /// Set up when it is first needed: a function that starts mostly has a photo to render, which
  /// libvips reads.
  private static final class Beside {
    static final ImageEngine THUMBNAILATOR = new ThumbnailatorEngine();
  }

  static ImageEngine engine(EngineChoice choice, Supplier<VipsEngine.Library> vips) {
    return switch (choice) {
      case THUMBNAILATOR -> thumbnailator("TINTYPE_ENGINE asks for it");
      case AUTO ->
          switch (vips.get()) {
            case VipsEngine.Library.Loaded loaded -> vips(loaded);
            case VipsEngine.Library.Missing(String cause) -> thumbnailator("no vips: " + cause);
          };
      case VIPS ->
          switch (vips.get()) {
            case VipsEngine.Library.Loaded loaded -> vips(loaded);
            case VipsEngine.Library.Missing(String cause) ->
                throw new TintypeException(
                    Reason.INTERNAL, "TINTYPE_ENGINE is vips, which is not there: " + cause);
          };
    };
  }

  private static ImageEngine thumbnailator(String why) {
    LOG.info("engine thumbnailator ({})", why);
    return new ThumbnailatorEngine();
  }

  private static ImageEngine vips(VipsEngine.Library.Loaded loaded) {
    LOG.info(
        "engine vips (libvips {} is there); thumbnailator reads the formats that it lacks",
        loaded.version());
    return loaded.engine();
  }
}
