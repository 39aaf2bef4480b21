package io.tintype.requests;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Size;
import io.tintype.requests.ImageRequest.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The answer to `/meta/`: what would be done, in thumbor's words under `thumbor`, and imagor's
/// description of the finished picture beside it. Values are texts, numbers, lists and maps.
///
/// Unlike thumbor's, `source` is the original's size, upright.
public final class MetaFields {

  private MetaFields() {}

  /// What was computed from the pixels because the request asks for it.
  public record Computed(
      Optional<String> blurHash, Optional<String> thumbHash, Optional<Color> averageColor) {

    public static final Computed NOTHING =
        new Computed(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// @param plan of the request's recipe for its subject
  /// @param exif the original's, as far as the viewer may see it
  public static Map<String, Object> of(
      ImageRequest request, Plan plan, Findings findings, Map<String, ?> exif, Computed computed) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("thumbor", thumbor(request, plan, findings));
    meta.put("format", plan.format().id());
    meta.put("content_type", plan.format().mediaType());
    meta.put("width", plan.result().width());
    meta.put("height", plan.result().height());
    meta.put("orientation", 1);
    meta.put("pages", plan.frames());
    meta.put("bands", plan.source().alpha() && plan.format().alpha() ? 4 : 3);
    meta.put("exif", exif);
    computed.blurHash().ifPresent(hash -> meta.put("blurhash", hash));
    computed.thumbHash().ifPresent(hash -> meta.put("thumbhash", hash));
    computed
        .averageColor()
        .ifPresent(
            color ->
                meta.put(
                    "average_color",
                    Map.of("r", color.red(), "g", color.green(), "b", color.blue())));
    return meta;
  }

  private static Map<String, Object> thumbor(ImageRequest request, Plan plan, Findings findings) {
    Size size = plan.source().size();
    Map<String, Object> thumbor = new LinkedHashMap<>();
    thumbor.put(
        "source",
        ordered(
            "url", name(request.subject()),
            "width", size.width(),
            "height", size.height(),
            "frameCount", plan.source().frames()));
    thumbor.put("operations", operations(plan));
    thumbor.put(
        "target", ordered("width", plan.result().width(), "height", plan.result().height()));
    List<Map<String, Object>> focalPoints = focalPoints(request, size, findings);
    if (!focalPoints.isEmpty()) {
      thumbor.put("focal_points", focalPoints);
    }
    return thumbor;
  }

  private static String name(Subject subject) {
    return switch (subject) {
      case Subject.Original(Optional<String> bucket, String key) ->
          bucket.map(name -> "s3:" + name + "/" + key).orElse(key);
      case Subject.Canvas(Color color, Size _) -> "color:" + color.hex().substring(1);
      case Subject.Variant(String _, var _, Subject.Original original) -> name(original);
    };
  }

  private static List<Map<String, Object>> operations(Plan plan) {
    List<Map<String, Object>> operations = new ArrayList<>();
    Box crop = plan.crop();
    Size upright = plan.source().size();
    Size whole = plan.quarterTurns() % 2 == 0 ? upright : upright.turned();
    if (!crop.size().equals(whole)) {
      operations.add(
          ordered(
              "type",
              "crop",
              "left",
              crop.left(),
              "top",
              crop.top(),
              "right",
              crop.left() + crop.width(),
              "bottom",
              crop.top() + crop.height()));
    }
    if (!plan.scaled().equals(crop.size())) {
      operations.add(
          ordered(
              "type", "resize",
              "width", plan.scaled().width(),
              "height", plan.scaled().height()));
    }
    if (plan.flips().horizontal()) {
      operations.add(ordered("type", "flip_horizontally"));
    }
    if (plan.flips().vertical()) {
      operations.add(ordered("type", "flip_vertically"));
    }
    return operations;
  }

  /// What a covering crop is centred on, where that is more than an alignment.
  private static List<Map<String, Object>> focalPoints(
      ImageRequest request, Size size, Findings findings) {
    return switch (request.recipe().sizing().anchor()) {
      case Anchor.Focal(Box area) ->
          List.of(
              focalPoint(
                  area.left() + area.width() / 2.0,
                  area.top() + area.height() / 2.0,
                  area.size(),
                  "explicit"));
      case Anchor.FocalPoint(double x, double y) ->
          List.of(focalPoint(x * size.width(), y * size.height(), new Size(1, 1), "explicit"));
      case Anchor.Smart() ->
          findings.attention().stream()
              .map(point -> focalPoint(point.x(), point.y(), new Size(1, 1), "attention"))
              .toList();
      case Anchor.Aligned _, Anchor.Entropy() -> List.of();
    };
  }

  private static Map<String, Object> focalPoint(double x, double y, Size size, String origin) {
    return ordered(
        "x",
        x,
        "y",
        y,
        "z",
        (double) size.pixels(),
        "height",
        size.height(),
        "width",
        size.width(),
        "origin",
        origin);
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      ordered.put((String) namesAndValues[index], namesAndValues[index + 1]);
    }
    return ordered;
  }
}
