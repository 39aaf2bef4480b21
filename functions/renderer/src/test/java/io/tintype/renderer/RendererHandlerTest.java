package io.tintype.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Reason;
import io.tintype.pipeline.Announcements;
import io.tintype.pipeline.Failure;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.InMemoryDerivatives;
import io.tintype.pipeline.InMemoryImageRecords;
import io.tintype.pipeline.InMemoryOriginals;
import io.tintype.pipeline.Invalidations;
import io.tintype.pipeline.ObjectEvent;
import io.tintype.pipeline.RenderUpload;
import io.tintype.pipeline.Rendering;
import io.tintype.pipeline.Status;
import io.tintype.pipeline.TextEngine;
import io.tintype.pipeline.variants.VariantSet;
import io.tintype.testkit.LambdaContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RendererHandlerTest {

  private static final String BUCKET = "tintype-originals-123456789012-eu-west-1";
  private static final LambdaContext MINUTE = new LambdaContext("renderer", 60_000);
  private static final String VARIANTS =
      """
      variants:
        thumb: {recipe: "100x100", formats: [jpeg]}
      rules:
        - prefix: uploads/
          variants: [thumb]
      """;

  private final InMemoryImageRecords records = new InMemoryImageRecords();
  private final InMemoryOriginals originals = new InMemoryOriginals();
  private final InMemoryDerivatives derivatives = new InMemoryDerivatives();
  private final List<Duration> redelivered = new ArrayList<>();
  private final TextEngine engine = new TextEngine();
  private final RendererHandler handler =
      new RendererHandler(
          new Messages(
              new RenderUpload(
                  new RenderUpload.Ports(
                      records, originals, derivatives, Invalidations.NONE, Announcements.SILENT),
                  new Rendering(
                      engine, Limits.DEFAULT, VariantSet.parse(VARIANTS, "variants.yaml")),
                  InstantSource.system()),
              new Messages.Originals(BUCKET, "uploads/", 5),
              (_, delay) -> redelivered.add(delay)));

  @Test
  void rendersTheUploadOfAMessage() {
    SQSEvent event = Samples.event("renderer-put");
    ObjectEvent upload = upload(event.getRecords().getFirst());

    SQSBatchResponse response = handler.process(event, MINUTE);

    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(record(upload)).map(ImageRecord::status).contains(Status.READY);
    assertThat(derivatives.all()).hasSize(1);
  }

  @Test
  void reportsThePoisonAloneAndAsksForItAgainSoon() {
    SQSEvent event = Samples.event("renderer-batch-with-poison");
    upload(event.getRecords().get(0));
    upload(event.getRecords().get(2));

    SQSBatchResponse response = handler.process(event, MINUTE);

    assertThat(response.getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .containsExactly(event.getRecords().get(1).getMessageId());
    assertThat(derivatives.all()).hasSize(2);
    assertThat(redelivered).containsExactly(Duration.ofSeconds(5));
  }

  @Test
  void answersLambdaInJson() throws IOException {
    SQSEvent event = Samples.event("renderer-batch-with-poison");
    upload(event.getRecords().get(0));
    upload(event.getRecords().get(2));
    var answer = new ByteArrayOutputStream();

    try (InputStream json = Files.newInputStream(Samples.file("renderer-batch-with-poison"))) {
      handler.handleRequest(json, answer, MINUTE);
    }

    assertThat(answer.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"%s\"}]}",
            event.getRecords().get(1).getMessageId());
  }

  @Test
  void recordsAnUploadThatIsNoImageAndTakesTheMessage() {
    SQSEvent event = Samples.event("renderer-put");
    ObjectEvent.Created upload = created(event.getRecords().getFirst());
    originals.put(upload.object(), new byte[] {1, 2, 3});

    SQSBatchResponse response = handler.process(event, MINUTE);

    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(record(upload))
        .flatMap(ImageRecord::failure)
        .map(Failure::reason)
        .contains(Reason.UNSUPPORTED);
  }

  @Test
  void leavesObjectsThatAreNoOriginalsAlone() {
    SQSMessage message = Samples.event("renderer-put").getRecords().getFirst();
    message.setBody(message.getBody().replace("\"uploads/", "\"elsewhere/"));
    var event = new SQSEvent();
    event.setRecords(List.of(message));

    SQSBatchResponse response = handler.process(event, MINUTE);

    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(derivatives.all()).isEmpty();
  }

  @Test
  void recordsThatItGaveUpWhenTheLastReceiveFails() {
    SQSEvent event = Samples.event("renderer-last-receive");
    ObjectEvent upload = upload(event.getRecords().getFirst());
    failNextRendering();

    handler.process(event, MINUTE);

    assertThat(record(upload))
        .flatMap(ImageRecord::failure)
        .map(Failure::reason)
        .contains(Reason.GAVE_UP);
    assertThat(redelivered).as("the queue gives it up at once").containsExactly(Duration.ZERO);
  }

  @Test
  void triesTheOtherEventsOfAMessageWhenOneFails() {
    SQSEvent event = Samples.event("renderer-several-records");
    List<ObjectEvent> events = S3Notifications.read(event.getRecords().getFirst().getBody());
    ObjectEvent other = events.get(1);
    originals.put(events.getFirst().object(), TextEngine.picture("cat"));
    originals.put(other.object(), TextEngine.picture("dog"));
    failNextRendering();

    SQSBatchResponse response = handler.process(event, MINUTE);

    assertThat(record(other)).map(ImageRecord::status).contains(Status.READY);
    assertThat(response.getBatchItemFailures()).hasSize(1);
    assertThat(redelivered).containsExactly(Duration.ofSeconds(5));
  }

  private void failNextRendering() {
    engine.duringNextRendering(
        () -> {
          throw new IllegalStateException("surprise");
        });
  }

  private ObjectEvent upload(SQSMessage message) {
    ObjectEvent.Created created = created(message);
    originals.put(created.object(), TextEngine.picture(created.object().key()));
    return created;
  }

  private static ObjectEvent.Created created(SQSMessage message) {
    return (ObjectEvent.Created) S3Notifications.read(message.getBody()).getFirst();
  }

  private Optional<ImageRecord> record(ObjectEvent upload) {
    return records.find(ImageId.of(upload.object()));
  }
}
