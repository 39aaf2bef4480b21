package io.tintype.aws;

import io.tintype.pipeline.moderation.Label;
import io.tintype.pipeline.moderation.Labels;
import io.tintype.pipeline.moderation.Moderator;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.DetectModerationLabelsResponse;
import software.amazon.awssdk.services.rekognition.model.ModerationLabel;

/// DetectModerationLabels.
public final class RekognitionModerator implements Moderator {

  private static final String SUBJECT = "Rekognition's moderation";

  private final Supplier<RekognitionClient> client;

  /// @param client asked for at every call
  public RekognitionModerator(Supplier<RekognitionClient> client) {
    this.client = client;
  }

  @Override
  public Labels labels(byte[] jpeg, double least) {
    RekognitionClient rekognition = client.get();
    DetectModerationLabelsResponse answer =
        RekognitionFailures.call(
            SUBJECT,
            () ->
                rekognition.detectModerationLabels(
                    request ->
                        request
                            .image(image -> image.bytes(SdkBytes.fromByteArrayUnsafe(jpeg)))
                            .minConfidence((float) least)));
    return new Labels(
        answer.moderationLabels().stream().map(RekognitionModerator::label).toList(),
        answer.moderationModelVersion(),
        least);
  }

  private static Label label(ModerationLabel label) {
    return new Label(label.name(), label.parentName(), label.taxonomyLevel(), label.confidence());
  }
}
