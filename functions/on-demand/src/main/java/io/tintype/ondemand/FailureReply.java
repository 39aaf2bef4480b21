package io.tintype.ondemand;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tintype.imaging.Reason;
import io.tintype.pipeline.Refusal;
import io.tintype.pipeline.ondemand.RenderOnDemand;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The HTTP door for what went wrong: `{status, code, message}`, with Serverless Image Handler's
/// codes where it has one.
final class FailureReply {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private FailureReply() {}

  static Reply of(RuntimeException thrown) {
    Refusal refusal = Refusal.of(thrown);
    String code = refusal.code().orElseGet(() -> code(refusal.reason()));
    Reply reply = of(refusal.status(), code, refusal.message());
    return refusal.retryable() ? reply.with(Map.of("retry-after", "2")) : reply;
  }

  static Reply of(int status, String code, String message) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", status);
    json.put("code", code);
    json.put("message", message);
    return new Reply(
        status,
        Map.of("content-type", "application/json", "cache-control", cacheControl(status, code)),
        json(json).getBytes(StandardCharsets.UTF_8));
  }

  static String json(Object value) {
    return JSON.valueToTree(value).toString();
  }

  /// What is wrong with a request stays wrong; an original may come, a key may be added, and what
  /// fails here may succeed a moment later.
  private static String cacheControl(int status, String code) {
    return switch (status) {
      case 400, 413, 415 -> "public, max-age=60";
      case 404 -> code.equals(RenderOnDemand.NO_VERDICT_YET) ? "no-store" : "public, max-age=5";
      default -> "no-store";
    };
  }

  private static String code(Reason reason) {
    return switch (reason) {
      case BAD_REQUEST -> "BadRequest";
      case FORBIDDEN -> "Forbidden";
      case REJECTED -> "Rejected";
      case NOT_FOUND -> "NoSuchKey";
      case TOO_LARGE -> "TooLargeImageException";
      case UNSUPPORTED -> "RequestTypeError";
      case CORRUPT -> "InstantiationError";
      case BUSY -> "Busy";
      case UNAVAILABLE -> "Unavailable";
      case GAVE_UP, INTERNAL -> "InternalError";
    };
  }
}
