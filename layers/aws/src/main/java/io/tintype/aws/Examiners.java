package io.tintype.aws;

import io.tintype.imaging.ImageEngine;
import io.tintype.pipeline.Settings;
import io.tintype.pipeline.moderation.Examination;
import io.tintype.pipeline.moderation.Examiner;
import io.tintype.pipeline.moderation.ModerationPolicy.Mode;
import java.util.Optional;

/// Puts together who looks at originals, as the settings want it.
public final class Examiners {

  private Examiners() {}

  /// Asks Rekognition only where the settings have a use for its answers.
  public static Examiner of(Settings settings, AwsClients clients, ImageEngine engine) {
    var policy = settings.looking().moderation();
    boolean moderates =
        policy.mode() != Mode.OFF
            || policy.rules().stream().anyMatch(rule -> rule.mode() != Mode.OFF);
    if (!moderates && !settings.looking().faces()) {
      return new Examiner(policy, false, Optional.empty());
    }
    var rekognition = clients.rekognition();
    var examination =
        new Examination(
            engine,
            settings.limits(),
            new RekognitionModerator(rekognition),
            new RekognitionFaceFinder(rekognition),
            new DynamoDbKnownContent(clients.dynamoDb(), settings.table()));
    return new Examiner(policy, settings.looking().faces(), Optional.of(examination));
  }
}
