package io.tintype.presign;

import com.fasterxml.jackson.databind.JsonNode;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.moderation.Verdict;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The body of `PUT /images/{id}/moderation`: `{"verdict": "APPROVED"}`.
final class RulingBody {

  private RulingBody() {}

  /// @throws TintypeException BAD_REQUEST
  static Verdict parse(byte[] json) {
    JsonNode body = Json.read(json);
    String named = body.path("verdict").asText("");
    for (Verdict verdict : Verdict.values()) {
      if (verdict.name().equals(named) && body.size() == 1) {
        return verdict;
      }
    }
    throw new TintypeException(
        Reason.BAD_REQUEST,
        "Expected {\"verdict\": one of "
            + Arrays.stream(Verdict.values()).map(Verdict::name).collect(Collectors.joining(", "))
            + "} as the body but received "
            + (named.isEmpty() ? "none" : named));
  }
}
