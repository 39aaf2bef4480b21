package io.tintype.vips;

import io.tintype.imaging.Channels;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Format;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.header.Headers;
import io.tintype.imaging.header.SvgDocument;
import io.tintype.imaging.text.Lettering;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What edits lay over a picture, made at the first need and once, however many frames there are:
/// the pictures that watermarks name, upright, 8-bit sRGB, in memory; and texts, laid out.
final class Operands implements AutoCloseable {

  private final Map<String, Source> sources;
  private final Map<String, Image> decoded = new HashMap<>();
  private final Map<Words, Optional<Lettering>> written = new HashMap<>();
  private final Scope scope;

  private record Words(Drawing.Text text, Size picture) {}

  Operands(Vips vips, Map<String, Source> sources) {
    this.sources = sources;
    this.scope = new Scope(vips);
  }

  /// @param user whom what is made of the picture belongs to
  Image picture(String reference, Scope user) {
    return decoded.computeIfAbsent(reference, this::decode).in(user);
  }

  /// What the picture's file holds.
  Channels channels(String reference) {
    return Headers.read(source(reference), Limits.DEFAULT).channels();
  }

  /// Empty where nothing of it would be seen.
  Optional<Lettering> lettering(Drawing.Text text, Size picture) {
    return written.computeIfAbsent(
        new Words(text, picture), words -> Lettering.of(words.text, words.picture));
  }

  private Source source(String reference) {
    Source source = sources.get(reference);
    if (source == null) {
      throw new TintypeException(
          Reason.BAD_REQUEST, "The watermark picture " + reference + " was not given");
    }
    return source;
  }

  private Image decode(String reference) {
    Source source = source(reference);
    try (var bytes = NativeBytes.of(source)) {
      SourceInfo info = Headers.read(source, Limits.DEFAULT);
      if (info.format() == Format.SVG) {
        return drawn(source, info);
      }
      var loading = new Loading(bytes.segment(), info);
      try (Levels levels =
          Stage.DECODE.run("The picture", () -> Levels.decode(scope.vips(), loading, 0, 1))) {
        Image image = levels.at(1).image().in(scope);
        return Srgb.of(image).seen(loading.turning(0)).inMemory();
      }
    } catch (TintypeException e) {
      throw new TintypeException(
          e.reason(), "The watermark picture " + reference + ": " + e.getMessage(), e);
    }
  }

  private Image drawn(Source source, SourceInfo info) {
    var raster = new SvgRaster(scope.vips(), SvgDocument.read(source));
    return Stage.DECODE.run(
        "The picture",
        () ->
            raster.draw(SvgRaster.View.all(info.size()), info.size(), scope).resized(info.size()));
  }

  @Override
  public void close() {
    scope.close();
  }
}
