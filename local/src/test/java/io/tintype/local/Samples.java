package io.tintype.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tintype.pipeline.ObjectRef;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/// The project's sample events, as Lambda would hand them to a function.
final class Samples {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Samples() {}

  /// The sample upload, of another object.
  static String uploadOf(ObjectRef original) throws IOException {
    ObjectNode event = (ObjectNode) JSON.readTree(text("renderer-put"));
    ObjectNode message = (ObjectNode) event.path("Records").path(0);
    JsonNode body = JSON.readTree(message.path("body").asText());
    ((ObjectNode) body.path("Records").path(0).path("s3").path("object"))
        .put("key", original.key());
    message.put("body", body.toString());
    return event.toString();
  }

  /// The text of a sample event.
  static String text(String name) throws IOException {
    return Files.readString(ProjectRoot.find().resolve("events").resolve(name + ".json"));
  }

  /// The object that a sample is about, dug out in a way of the test's own.
  static ObjectRef originalOf(String event) throws IOException {
    JsonNode body =
        JSON.readTree(JSON.readTree(event).path("Records").path(0).path("body").asText());
    if (body.has("Message")) {
      body = JSON.readTree(body.path("Message").asText());
    }
    if (body.has("detail")) {
      JsonNode detail = body.path("detail");
      return new ObjectRef(
          detail.path("bucket").path("name").asText(), detail.path("object").path("key").asText());
    }
    JsonNode s3 = body.path("Records").path(0).path("s3");
    String key = s3.path("object").path("key").asText();
    return new ObjectRef(
        s3.path("bucket").path("name").asText(), URLDecoder.decode(key, StandardCharsets.UTF_8));
  }
}
