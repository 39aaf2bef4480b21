package io.tintype.requests.sih;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.Dialect;
import io.tintype.requests.ImageRequest;
import io.tintype.requests.ImageRequest.Grammar;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.ReceivedRequest;
import java.util.Map;
import java.util.Optional;

/// Serverless Image Handler's own grammar: the path is a JSON object in base64,
///
/// ```
/// {"bucket": "photos", "key": "cat.jpg", "edits": {"resize": {"width": 300}},
///  "outputFormat": "webp", "effort": 4, "headers": {"Cache-Control": "max-age=60"}}
/// ```
///
/// in which only `key` is needed. The names of edits are those of sharp's functions.
public final class JsonRequest {

  private static final int USUAL_EFFORT = 4;
  private static final int MOST_EFFORT = 6;

  private JsonRequest() {}

  /// @return empty where the path is something else
  /// @throws TintypeException BAD_REQUEST naming the key that is wrong
  public static Optional<ImageRequest> parse(ReceivedRequest received, Dialect dialect) {
    return Base64Json.read(received.path()).map(json -> read(received, json, dialect));
  }

  private static ImageRequest read(ReceivedRequest received, ObjectNode json, Dialect dialect) {
    Fields fields = new Fields("", json, dialect);
    Subject.Original original = ObjectNames.read(fields);
    ObjectNode edits =
        fields
            .get("edits")
            .map(JsonRequest::object)
            .orElseGet(JsonNodeFactory.instance::objectNode);
    var wishes =
        new OutputReader.Wishes(
            fields.get("outputFormat"),
            fields.get("effort").map(JsonRequest::effort),
            /* anyFormat= */ false);
    Map<String, String> headers = fields.get("headers").map(ResponseHeaders::read).orElse(Map.of());
    fields.close();
    var asked = new Requests.Asked(Grammar.SIH_JSON, original, edits, wishes, headers);
    return Requests.of(received, asked, dialect);
  }

  private static ObjectNode object(Value value) {
    if (value.node() instanceof ObjectNode object) {
      return object;
    }
    throw value.wrong("an object");
  }

  private static int effort(Value value) {
    double effort = value.isNumber() ? value.number() : Double.NaN;
    double whole = effort < 0 ? Math.ceil(effort) : Math.floor(effort);
    return whole >= 0 && whole <= MOST_EFFORT ? (int) whole : USUAL_EFFORT;
  }
}
