package io.tintype.pipeline.ondemand;

import io.tintype.imaging.AverageColor;
import io.tintype.imaging.BlurHash;
import io.tintype.imaging.Raster;
import io.tintype.imaging.Source;
import io.tintype.imaging.ThumbHash;
import io.tintype.imaging.metadata.Exif;
import io.tintype.imaging.metadata.ExifValue;
import io.tintype.imaging.metadata.MetadataBlocks;
import io.tintype.pipeline.ondemand.PictureRenderer.Described;
import io.tintype.requests.ImageRequest.Answer;
import io.tintype.requests.MetaFields;
import io.tintype.requests.MetaFields.Computed;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Answers that are no pictures.
final class Describing {

  private final PictureRenderer renderer;
  private final JsonWriter json;

  Describing(PictureRenderer renderer, JsonWriter json) {
    this.renderer = renderer;
    this.json = json;
  }

  /// The EXIF of a picture, `{}` for one without.
  String exif(Source source) {
    var unused = renderer.inspect(source);
    return read(source).map(Exif::json).orElse("{}");
  }

  String params(Answer.Params params) {
    return json.write(params.read());
  }

  String meta(AdHoc.Task task, Answer.Meta wanted, Source source, PictureRenderer.Order order) {
    boolean pixels = wanted.blurHash().isPresent() || wanted.thumbHash() || wanted.averageColor();
    Described described = renderer.describe(source, order, pixels);
    Computed computed =
        described.small().map(small -> computed(wanted, small)).orElse(Computed.NOTHING);
    Map<String, Object> exif =
        task.revealing() ? read(source).map(Describing::tags).orElse(Map.of()) : Map.of();
    return json.write(
        MetaFields.of(task.request(), described.plan(), described.findings(), exif, computed));
  }

  private static Computed computed(Answer.Meta wanted, Raster small) {
    return new Computed(
        wanted.blurHash().map(waves -> BlurHash.of(small, waves.across(), waves.down())),
        wanted.thumbHash()
            ? Optional.of(Base64.getEncoder().encodeToString(ThumbHash.of(small)))
            : Optional.empty(),
        wanted.averageColor() ? Optional.of(AverageColor.of(small)) : Optional.empty());
  }

  private static Optional<Exif> read(Source source) {
    return MetadataBlocks.of(source).exif().flatMap(Exif::of);
  }

  /// As imagor gives them: in one list, without bytes that nobody can read.
  private static Map<String, Object> tags(Exif exif) {
    Map<String, Object> tags = new LinkedHashMap<>();
    exif.groups()
        .values()
        .forEach(
            group ->
                group.forEach((name, value) -> shown(value).ifPresent(it -> tags.put(name, it))));
    return tags;
  }

  private static Optional<Object> shown(ExifValue value) {
    return switch (value) {
      case ExifValue.Text(String text) -> Optional.of(text);
      case ExifValue.One(double number) ->
          Double.isFinite(number) ? Optional.of(number) : Optional.empty();
      case ExifValue.Many(var numbers) -> Optional.of(numbers);
      case ExifValue.Moment(var time) -> Optional.of(time.toString());
      case ExifValue.Raw _, ExifValue.Nothing() -> Optional.empty();
    };
  }
}
