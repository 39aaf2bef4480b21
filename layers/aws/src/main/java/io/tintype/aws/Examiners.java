package io.tintype.aws;

import io.tintype.imaging.ImageEngine;
import io.tintype.pipeline.Settings;
import io.tintype.pipeline.moderation.CallLimit;
import io.tintype.pipeline.moderation.Examination;
import io.tintype.pipeline.moderation.Examiner;
import java.time.Duration;
import java.util.Optional;

/// Puts together who looks at originals, as the settings want it.
public final class Examiners {

  private Examiners() {}

  /// Asks Rekognition only where the settings have a use for its answers.
  ///
  /// @param patience longest time that a call may wait for its turn, and then take
  public static Examiner of(
      Settings settings, AwsClients clients, ImageEngine engine, Duration patience) {
    Settings.Looking looking = settings.looking();
    if (!looking.moderation().on() && !looking.faces()) {
      return new Examiner(looking.moderation(), false, Optional.empty());
    }
    var limit = new CallLimit(looking.concurrency(), patience);
    var client = new WhenNeeded<>(() -> clients.rekognition(patience));
    var examination =
        new Examination(
            engine,
            settings.limits(),
            limit.moderator(new RekognitionModerator(client)),
            limit.faceFinder(new RekognitionFaceFinder(client)),
            new DynamoDbKnownContent(clients.dynamoDb(), settings.table()));
    return new Examiner(looking.moderation(), looking.faces(), Optional.of(examination));
  }
}
