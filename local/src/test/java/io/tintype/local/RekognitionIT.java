package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tintype.aws.AwsClients;
import io.tintype.aws.RekognitionFaceFinder;
import io.tintype.aws.RekognitionModerator;
import io.tintype.imaging.Findings.Face;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Settings;
import io.tintype.pipeline.Settings.Service;
import io.tintype.pipeline.moderation.Label;
import io.tintype.pipeline.moderation.Labels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/// The adapters' real SDK client against the stand-in.
class RekognitionIT {

  private static final Path PICTURES = ProjectRoot.find().resolve("local/rekognition");

  private final Rekognition rekognition =
      Rekognition.start(PICTURES.resolve("answers.json"), Ports.free(0));
  private final AwsClients clients =
      new AwsClients(
          new Settings.Endpoints(
              Optional.of(Credentials.REGION),
              Map.of(Service.REKOGNITION, rekognition.endpoint()),
              true),
          Credentials.provider());
  private final RekognitionClient client = clients.rekognition(Duration.ofSeconds(60));
  private final RekognitionModerator moderator = new RekognitionModerator(() -> client);
  private final RekognitionFaceFinder faceFinder = new RekognitionFaceFinder(() -> client);

  @AfterEach
  void stop() {
    clients.close();
    rekognition.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.51, 0.2})
  void knowsAPictureWhateverItsSize(double scale) throws IOException {
    Labels seen = moderator.labels(scaled("beer.jpg", scale), 50);

    assertThat(seen.model()).isEqualTo("7.0");
    assertThat(seen.all())
        .containsExactly(
            new Label("Alcohol", "", 1, 97.5f),
            new Label("Alcoholic Beverages", "Alcohol", 2, 97.1f));
  }

  @Test
  void saysNothingThatIsLessSureThanIsAskedFor() throws IOException {
    assertThat(moderator.labels(scaled("beer.jpg", 1), 97.3).all())
        .extracting(Label::name)
        .containsExactly("Alcohol");
    assertThat(moderator.labels(scaled("beer.jpg", 1), 98).all()).isEmpty();
  }

  @Test
  void seesFacesWhereTheyAre() throws IOException {
    List<Face> faces = faceFinder.faces(scaled("portrait.jpg", 0.7));

    assertThat(faces).hasSize(1);
    assertThat(faces.getFirst().left()).isCloseTo(0.35833, within(1e-5));
    assertThat(faces.getFirst().height()).isCloseTo(0.275, within(1e-5));
    assertThat(faceFinder.faces(scaled("group.jpg", 1))).hasSize(5);
    assertThat(faceFinder.faces(scaled("nobody.jpg", 1))).isEmpty();
    assertThat(rekognition.calls("DetectFaces")).isEqualTo(3);
  }

  @Test
  void seesNothingInAnythingElse() throws IOException {
    var plain = new BufferedImage(100, 80, BufferedImage.TYPE_INT_RGB);

    assertThat(moderator.labels(jpeg(plain), 50).all()).isEmpty();
  }

  @Test
  void isAskedAgainWhenItIsTooBusyOrFails() throws IOException {
    rekognition.trouble(2, 2, Duration.ZERO);

    assertThat(moderator.labels(scaled("beer.jpg", 1), 50).all()).hasSize(2);
    assertThat(rekognition.calls("DetectModerationLabels")).isEqualTo(1);
  }

  @Test
  void isUnavailableWhenItStaysTooBusy() throws IOException {
    rekognition.trouble(100, 0, Duration.ZERO);
    byte[] picture = scaled("beer.jpg", 1);

    assertThatThrownBy(() -> moderator.labels(picture, 50))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
  }

  @Test
  void isNotWaitedForLongerThanTheCallerCan() throws IOException {
    rekognition.trouble(0, 0, Duration.ofSeconds(5));
    var hasty = new RekognitionModerator(() -> clients.rekognition(Duration.ofMillis(300)));
    byte[] picture = scaled("beer.jpg", 1);

    long start = System.nanoTime();
    assertThatThrownBy(() -> hasty.labels(picture, 50))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void refusesWhatIsNoPictureAndThatIsOurMistake() {
    assertThatThrownBy(() -> faceFinder.faces(new byte[] {1, 2, 3}))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INTERNAL));
  }

  private static byte[] scaled(String name, double scale) throws IOException {
    BufferedImage picture =
        ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(PICTURES.resolve(name))));
    int width = (int) (picture.getWidth() * scale);
    int height = (int) (picture.getHeight() * scale);
    var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = scaled.createGraphics();
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return jpeg(scaled);
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    var file = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", file);
    return file.toByteArray();
  }
}
