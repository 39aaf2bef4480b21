package io.tintype.requests.sih;

import io.tintype.imaging.TintypeException;
import io.tintype.requests.ImageRequest.ContentModeration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Reads `edits.contentModeration`: true, or `{minConfidence, blur, moderationLabels}`.
final class ModerationReader {

  private static final double CONFIDENCE = 75;
  private static final double BLUR = 50;

  /// The most that engines blur.
  private static final double LARGEST_BLUR = 150;

  private ModerationReader() {}

  /// @throws TintypeException BAD_REQUEST
  static Optional<ContentModeration> read(Fields edits) {
    return edits
        .get("contentModeration")
        .filter(value -> !value.isFalse())
        .map(ModerationReader::moderation);
  }

  private static ContentModeration moderation(Value value) {
    if (value.isTrue()) {
      return new ContentModeration(CONFIDENCE, BLUR, Set.of());
    }
    Fields fields = value.fields();
    double confidence =
        fields.get("minConfidence").map(ModerationReader::percentage).orElse(CONFIDENCE);
    double sigma = fields.get("blur").map(ModerationReader::sigma).orElse(BLUR);
    Set<String> labels = new HashSet<>();
    fields
        .get("moderationLabels")
        .ifPresent(names -> names.list().forEach(name -> labels.add(name.text())));
    fields.close();
    return new ContentModeration(confidence, sigma, labels);
  }

  private static double percentage(Value value) {
    double percentage = value.number();
    if (!(percentage >= 0 && percentage <= 100)) {
      throw value.wrong("a percentage 0..100");
    }
    return percentage;
  }

  /// Outside of this range Serverless Image Handler shows the picture as it is, without a word.
  private static double sigma(Value value) {
    double sigma = Math.ceil(value.number());
    if (!(sigma >= 0.3 && sigma <= 1000)) {
      throw value.wrong("a blur 0.3..1000");
    }
    return Math.min(LARGEST_BLUR, sigma);
  }
}
