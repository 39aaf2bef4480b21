package io.tintype.bench.damage;

import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import io.tintype.testkit.Fixtures;
import io.tintype.testkit.PlanDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A sound file that is going to be damaged.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Victim(String name, byte[] file) {

  private static final Size LARGE = new Size(640, 480);

  /// In every format that the engine reads and somebody here can write.
  static List<Victim> all(ImageEngine engine) {
    List<Victim> all = new ArrayList<>();
    for (Format format : engine.capabilities().reads().stream().sorted().toList()) {
      Fixtures.in(format).ifPresent(file -> all.add(new Victim(format.id(), file)));
    }
    all.add(new Victim("large jpeg", Fixtures.jpeg(LARGE)));
    all.add(new Victim("progressive jpeg", Fixtures.progressiveJpeg()));
    all.add(new Victim("oriented jpeg", Fixtures.orientedJpeg(Orientation.RIGHT_TOP)));
    all.add(new Victim("cmyk jpeg", Fixtures.cmykJpeg()));
    all.add(new Victim("jpeg full of metadata", Fixtures.jpegFullOfMetadata()));
    all.add(new Victim("large png", Fixtures.gradientPng(LARGE)));
    all.add(new Victim("16-bit png", Fixtures.sixteenBitPng()));
    all.add(new Victim("palette png", Fixtures.palettePng()));
    all.add(new Victim("transparent webp", Fixtures.transparentWebp()));
    all.add(new Victim("animated gif", Fixtures.animatedGif()));
    all.add(new Victim("animated webp", Fixtures.animatedWebp()));
    for (Format format : List.of(Format.WEBP, Format.TIFF, Format.AVIF, Format.GIF)) {
      if (engine.capabilities().writes().contains(format)
          && engine.capabilities().reads().contains(format)) {
        all.add(new Victim("large " + format.id(), written(engine, format)));
      }
    }
    return all;
  }

  /// The files of a folder that can be rendered as they are, in the order of their names.
  static List<Victim> in(Path folder, ImageEngine engine, Limits limits) {
    List<Victim> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] file = Files.readAllBytes(path);
        if (renders(file, engine, limits)) {
          all.add(new Victim(path.getFileName().toString(), file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static boolean renders(byte[] file, ImageEngine engine, Limits limits) {
    Source source = Source.of(file);
    try {
      var info = engine.inspect(source, limits);
      try (var image = engine.open(source, info)) {
        var unused = image.preview(32);
      }
      return true;
    } catch (TintypeException e) {
      return false;
    }
  }

  private static byte[] written(ImageEngine engine, Format format) {
    Source source = Source.of(Fixtures.gradientPng(LARGE));
    var draft = PlanDraft.of(engine.inspect(source, Limits.DEFAULT)).as(format);
    try (var image = engine.open(source, draft.source())) {
      return switch (image.render(List.of(draft.plan()), Map.of()).getFirst()) {
        case Outcome.Rendered(Rendition rendition) -> rendition.bytes();
        case Outcome.Failed(var failure) -> throw failure;
      };
    }
  }
}
