package io.tintype.presign;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.ImageRecords;
import io.tintype.pipeline.InMemoryImageRecords;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The sample events are answered as their table in events/README.md says.
class SampleEventsTest {

  private static final Path EVENTS = Path.of(System.getProperty("basedir", "."), "../events");
  private static final Owner CALLER = Owner.of("https://issuer.example.com/", "user|5f7c8ec7");

  private static final Map<String, Integer> EXPECTED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("presign-delete-anonymous.json", 403),
              Map.entry("presign-delete.json", 204),
              Map.entry("presign-image-anonymous.json", 404),
              Map.entry("presign-image.json", 200),
              Map.entry("presign-list-anonymous.json", 403),
              Map.entry("presign-list-cursor.json", 200),
              Map.entry("presign-list.json", 200),
              Map.entry("presign-openapi.json", 200),
              Map.entry("presign-upload-anonymous.json", 403),
              Map.entry("presign-upload-base64.json", 201),
              Map.entry("presign-upload-checksum.json", 201),
              Map.entry("presign-upload-malformed.json", 400),
              Map.entry("presign-upload-refused-type.json", 415),
              Map.entry("presign-upload-too-large.json", 413),
              Map.entry("presign-upload.json", 201)));

  @Test
  void areAllAnsweredAsTheirTableSays() throws IOException {
    var answered = new TreeMap<String, Integer>();
    try (Stream<Path> files = Files.list(EVENTS)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith("presign-")) {
          answered.put(name, answer(name).getStatusCode());
        }
      }
    }
    assertThat(answered).isEqualTo(EXPECTED);
  }

  @Test
  void openUpWhereTheSettingsSaySo() throws IOException {
    for (String what : new String[] {"upload", "list"}) {
      APIGatewayV2HTTPEvent event = read("presign-" + what + "-anonymous.json");
      assertThat(stage(Stage.OPEN).handle(event).getStatusCode()).isBetween(200, 201);
    }
  }

  @Test
  void nameTheSameFileInPlainTextAndBase64() throws IOException {
    assertThat(answer("presign-upload-base64.json").getBody()).contains("/Holiday-in-Malaga.jpg\"");
    assertThat(answer("presign-upload.json").getBody()).contains("/Holiday-in-Malaga.jpg\"");
  }

  private static APIGatewayV2HTTPResponse answer(String name) throws IOException {
    return stage(Stage.CLOSED).handle(read(name));
  }

  private static APIGatewayV2HTTPEvent read(String name) throws IOException {
    return Stage.JSON.readValue(EVENTS.resolve(name).toFile(), APIGatewayV2HTTPEvent.class);
  }

  private static Stage stage(Access access) {
    var id = new ImageId("01M7YSMYRB5JV8DQ187KR4G3ZS");
    var records = new AnyCursor(new InMemoryImageRecords());
    var original = new ObjectRef("originals", "uploads/" + id + "/Holiday-in-Malaga.jpg");
    assertThat(records.save(ImageRecord.awaiting(id, original, CALLER, Stage.NOW, Stage.NOW)))
        .isTrue();
    return new Stage(access, records);
  }

  /// Cursors are the store's own; here each begins at the beginning.
  private record AnyCursor(ImageRecords records) implements ImageRecords {

    @Override
    public Optional<ImageRecord> find(ImageId id) {
      return records.find(id);
    }

    @Override
    public boolean save(ImageRecord next) {
      return records.save(next);
    }

    @Override
    public Page list(Owner owner, int limit, Optional<String> cursor) {
      return records.list(owner, limit, Optional.empty());
    }
  }
}
