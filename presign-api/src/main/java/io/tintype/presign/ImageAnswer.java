package io.tintype.presign;

import io.tintype.imaging.Format;
import io.tintype.pipeline.Failure;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.PictureFacts;
import io.tintype.pipeline.PublicUrls;
import io.tintype.pipeline.StoredVariant;
import io.tintype.pipeline.moderation.Label;
import io.tintype.pipeline.moderation.Labels;
import io.tintype.pipeline.moderation.Look;
import io.tintype.pipeline.moderation.Ruling;
import java.util.List;
import java.util.Optional;

/// Answer to `GET /images/{id}`; what is not known yet is left out.
///
/// @param createdAt ISO 8601, as is updatedAt
/// @param width as people see it, orientation applied, as is height
/// @param orientation EXIF value 1..8 that the file carries
record ImageAnswer(
    String id,
    String status,
    String key,
    String createdAt,
    String updatedAt,
    Optional<Integer> width,
    Optional<Integer> height,
    Optional<String> format,
    Optional<Integer> orientation,
    Optional<Integer> frames,
    Optional<Long> bytes,
    Optional<String> thumbhash,
    Optional<String> dominantColor,
    List<Variant> variants,
    Optional<Moderation> moderation,
    Optional<Problem> failure) {

  static ImageAnswer of(ImageRecord record, PublicUrls urls) {
    Optional<PictureFacts> facts = record.facts();
    String key = record.original().key();
    return new ImageAnswer(
        record.id().value(),
        record.status().name(),
        key,
        record.createdAt().toString(),
        record.updatedAt().toString(),
        facts.map(known -> known.size().width()),
        facts.map(known -> known.size().height()),
        facts.map(PictureFacts::format).map(Format::id),
        facts.map(PictureFacts::orientation),
        facts.map(PictureFacts::frames),
        facts.map(PictureFacts::bytes),
        facts.map(PictureFacts::thumbhash),
        facts.map(PictureFacts::dominantColor),
        Variant.all(record.variants(), key, urls),
        record.insights().ruling().map(ruling -> Moderation.of(ruling, record.insights().look())),
        record.failure().map(Problem::of));
  }

  /// One variant in one format.
  record Variant(String name, String format, String url, int width, int height, long bytes) {

    static List<Variant> all(List<StoredVariant> stored, String originalKey, PublicUrls urls) {
      return stored.stream()
          .map(
              variant ->
                  new Variant(
                      variant.name(),
                      variant.format().id(),
                      urls.explicit(variant, originalKey),
                      variant.size().width(),
                      variant.size().height(),
                      variant.bytes()))
          .toList();
    }
  }

  /// What moderation has decided.
  ///
  /// @param model version of Rekognition's model, where it was asked
  /// @param overruledAt ISO 8601
  record Moderation(
      String verdict,
      List<Seen> labels,
      Optional<String> model,
      Optional<String> overruledBy,
      Optional<String> overruledAt) {

    static Moderation of(Ruling ruling, Look look) {
      return new Moderation(
          ruling.verdict().name(),
          look.labels().map(Labels::all).orElse(List.of()).stream().map(Seen::of).toList(),
          look.labels().map(Labels::model),
          ruling.overruled().map(Ruling.Overruling::by),
          ruling.overruled().map(overruling -> overruling.at().toString()));
    }
  }

  /// One moderation label.
  ///
  /// @param confidence percent
  record Seen(String name, String parent, int level, double confidence) {

    static Seen of(Label label) {
      return new Seen(label.name(), label.parent(), label.level(), label.confidence());
    }
  }

  /// Why there are no variants.
  ///
  /// @param reason one of the codes that errors have
  record Problem(String reason, String message) {

    static Problem of(Failure failure) {
      return new Problem(Failures.code(failure.reason().name()), failure.message());
    }
  }
}
