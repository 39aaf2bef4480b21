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
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.WriteGetObjectResponseRequest;

/// S3 Object Lambda: objects come by a signed address, answers go by WriteGetObjectResponse.
final class S3Objects implements Objects {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final S3Client s3;
  private final long maxBytes;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  S3Objects(S3Client s3, long maxBytes) {
    this.s3 = s3;
    this.maxBytes = maxBytes;
  }

  @Override
  public Fetched fetch(String inputUrl) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(inputUrl)).timeout(PATIENCE).build();
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
