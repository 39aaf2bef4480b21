package io.tintype.presign;

import com.fasterxml.jackson.databind.JsonNode;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.GrantUpload;
import io.tintype.pipeline.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The body of `POST /uploads`, read to the letter: every field that is missing, unknown or of the
/// wrong type is named, all in one answer.
final class UploadBody {

  private static final List<String> FIELDS =
      List.of("filename", "contentType", "bytes", "checksumSha256");

  private static final int LONGEST_SHOWN = 60;

  private final JsonNode body;
  private final List<String> problems = new ArrayList<>();

  private UploadBody(JsonNode body) {
    this.body = body;
  }

  /// @throws TintypeException BAD_REQUEST
  static GrantUpload.Request parse(byte[] json, Owner owner) {
    JsonNode body = Json.read(json);
    if (!body.isObject()) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "Expected a JSON object with " + String.join(", ", FIELDS) + " as the body");
    }
    return new UploadBody(body).request(owner);
  }

  private GrantUpload.Request request(Owner owner) {
    String filename = text("filename").orElseGet(() -> missing("filename", "a text"));
    String contentType = text("contentType").orElseGet(() -> missing("contentType", "a text"));
    long bytes = bytes();
    Optional<String> checksum = text("checksumSha256");
    var unknown = new TreeSet<String>();
    body.fieldNames().forEachRemaining(unknown::add);
    FIELDS.forEach(unknown::remove);
    unknown.forEach(
        name -> problems.add(name + " is unknown (known: " + String.join(", ", FIELDS) + ")"));
    if (!problems.isEmpty()) {
      throw new TintypeException(Reason.BAD_REQUEST, String.join("; ", problems));
    }
    return new GrantUpload.Request(filename, contentType, bytes, checksum, owner);
  }

  private Optional<String> text(String name) {
    JsonNode value = body.path(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      problems.add(name + " must be a text, not " + shown(value));
    }
    return Optional.of(value.asText());
  }

  private long bytes() {
    JsonNode value = body.path("bytes");
    if (value.isMissingNode()) {
      missing("bytes", "a whole number");
    } else if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      problems.add("bytes must be a whole number, not " + shown(value));
    }
    return value.asLong();
  }

  private static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }

  private String missing(String name, String expected) {
    problems.add(name + " is missing (" + expected + ")");
    return "";
  }
}
