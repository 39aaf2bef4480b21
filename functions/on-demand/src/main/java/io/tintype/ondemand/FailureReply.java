package io.tintype.ondemand;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ondemand.RenderOnDemand;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP door for what went wrong: `{status, code, message}`, with Serverless Image Handler's
/// codes where it has one. Causes go to the log only.
final class FailureReply {

  private static final Logger LOG = LoggerFactory.getLogger(FailureReply.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Most characters of a refusal that go to the log.
  private static final int LOGGED = 500;

  private FailureReply() {}

  static Reply of(RuntimeException thrown) {
    if (!(thrown instanceof TintypeException known)) {
      LOG.error("Unexpected failure", thrown);
      return internal();
    }
    int status = status(known.reason());
    if (status >= 500) {
      LOG.error("Answered {}", status, known);
    } else {
      LOG.info("Answered {}: {}", status, oneLine(known));
    }
    if (status == 500) {
      return internal();
    }
    String code = known.code().orElseGet(() -> code(known.reason()));
    Reply reply = of(status, code, Objects.requireNonNullElse(known.getMessage(), ""));
    return known.reason().retryable() ? reply.with(Map.of("retry-after", "2")) : reply;
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

  private static Reply internal() {
    return of(500, code(Reason.INTERNAL), "Something went wrong here; the log says what");
  }

  /// Messages quote the client: no line of the log may be of its making.
  private static String oneLine(TintypeException known) {
    String line = String.valueOf(known.getMessage()).replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LOGGED ? line : line.substring(0, LOGGED) + "…";
  }

  private static int status(Reason reason) {
    return switch (reason) {
      case BAD_REQUEST -> 400;
      case FORBIDDEN, REJECTED -> 403;
      case NOT_FOUND -> 404;
      case TOO_LARGE -> 413;
      case UNSUPPORTED, CORRUPT -> 415;
      case BUSY -> 429;
      case UNAVAILABLE -> 503;
      case GAVE_UP, INTERNAL -> 500;
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
