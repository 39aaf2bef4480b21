package io.tintype.objectlambda;

import io.tintype.imaging.Reason;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.WriteGetObjectResponseRequest;

/// S3 Object Lambda: objects come by a signed address, answers go by WriteGetObjectResponse.
final class S3Objects implements Objects {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Pattern SIGNED_HEADERS =
      Pattern.compile("(?:^|&)X-Amz-SignedHeaders=([^&]*)");

  private final S3Client s3;
  private final long maxBytes;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  S3Objects(S3Client s3, long maxBytes) {
    this.s3 = s3;
    this.maxBytes = maxBytes;
  }

  @Override
  public Fetched fetch(String inputUrl, Map<String, String> headers) {
    URI uri = URI.create(inputUrl);
    var asking = HttpRequest.newBuilder(uri).timeout(PATIENCE);
    Set<String> signed = signedHeaders(uri);
    headers.forEach(
        (name, value) -> {
          if (signed.contains(name.toLowerCase(Locale.ROOT))) {
            asking.header(name, value);
          }
        });
    HttpRequest request = asking.build();
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return answer.statusCode() == 200 ? found(body) : missing(answer.statusCode());
      }
    } catch (IOException e) {
      throw new TintypeException(Reason.UNAVAILABLE, "The object can't be fetched", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TintypeException(Reason.UNAVAILABLE, "The function is being stopped", e);
    }
  }

  /// Names in lower case of those that S3 wants to see again, which the user sent. The host is
  /// another one, and the client's business.
  private static Set<String> signedHeaders(URI uri) {
    Matcher names = SIGNED_HEADERS.matcher(Optional.ofNullable(uri.getQuery()).orElse(""));
    Set<String> signed = new HashSet<>();
    if (names.find()) {
      Collections.addAll(signed, names.group(1).split(";", -1));
    }
    signed.remove("host");
    return signed;
  }

  private Fetched found(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(Math.toIntExact(maxBytes) + 1);
    if (bytes.length > maxBytes) {
      throw new TintypeException(
          Reason.TOO_LARGE, "Expected an object of at most " + maxBytes + " bytes");
    }
    return new Fetched.Found(Source.of(bytes));
  }

  private static Fetched missing(int status) {
    return switch (status) {
      case 404 -> new Fetched.Missing(404, "NoSuchKey");
      case 403 -> new Fetched.Missing(403, "AccessDenied");
      // The user asked on a condition.
      case 304 -> new Fetched.Missing(304, "NotModified");
      case 412 -> new Fetched.Missing(412, "PreconditionFailed");
      default -> new Fetched.Missing(status >= 500 ? 503 : 400, "OriginError");
    };
  }

  @Override
  public void reply(String route, String token, Reply reply) {
    var answer =
        WriteGetObjectResponseRequest.builder()
            .requestRoute(route)
            .requestToken(token)
            .statusCode(reply.status());
    reply.code().ifPresent(answer::errorCode);
    reply.message().ifPresent(answer::errorMessage);
    if (reply.code().isEmpty()) {
      answer.contentType(reply.mediaType()).contentLength((long) reply.body().length);
    }
    try {
      s3.writeGetObjectResponse(answer.build(), RequestBody.fromBytes(reply.body()));
    } catch (SdkException e) {
      throw new TintypeException(Reason.UNAVAILABLE, "S3 didn't take the answer", e);
    }
  }
}
