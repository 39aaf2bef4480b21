package io.tintype.objectlambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.S3ObjectLambdaEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import io.tintype.testkit.Fixtures;
import io.tintype.testkit.Metadata;
import io.tintype.testkit.Picture;
import io.tintype.thumbnailator.ThumbnailatorEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class ObjectLambdaHandlerTest {

  private final List<Reply> replies = new ArrayList<>();

  @Test
  void stripsMetadataAndKeepsThePicture() {
    byte[] photo = Fixtures.jpegFullOfMetadata();
    assertThat(Metadata.in(photo)).isNotEmpty();

    Reply reply = get(new Fetched.Found(Source.of(photo)), "https://x/cat.jpg");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.mediaType()).isEqualTo("image/jpeg");
    assertThat(Metadata.in(reply.body())).isEmpty();
    assertThat(Picture.decode(reply.body()).size()).isEqualTo(Picture.decode(photo).size());
  }

  @Test
  void showsExifInstead() throws IOException {
    byte[] photo = Fixtures.orientedJpeg(Orientation.RIGHT_TOP);

    Reply reply = get(new Fetched.Found(Source.of(photo)), "https://x/cat.jpg?showExif=TRUE");

    assertThat(reply.mediaType()).isEqualTo("application/json");
    assertThat(new ObjectMapper().readTree(reply.body()).path("Image").path("Orientation").asInt())
        .isEqualTo(6);
  }

  @Test
  void showsNothingWhereThereIsNoExif() {
    Reply reply =
        get(
            new Fetched.Found(Source.of(Fixtures.png(new Size(8, 8)))),
            "https://x/a.png?a=b&showExif=true");

    assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
  }

  @ParameterizedTest
  @CsvSource({
    "https://x/a?showExif=1, false",
    "https://x/a?showexif=true, false",
    "https://x/a?showExif=true&showExif=no, false",
    "https://x/a?showExif=no&showExif=True, true",
    "https://x/a, false",
    "'https://x/my cat|[1]\"ä.jpg?showExif=true', true",
    "https://x/what?.jpg?showExif=true, true",
    "/a.jpg?showExif=true, true",
    "https://x/a&showExif=true, false",
  })
  void takesTheWordTrueOnly(String url, boolean wanted) {
    assertThat(ShowExif.wanted(url)).isEqualTo(wanted);
  }

  @Test
  void refusesWhatIsNoImage() {
    Reply reply =
        get(
            new Fetched.Found(Source.of("plain text".getBytes(StandardCharsets.UTF_8))),
            "https://x/a.txt");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).contains("UnsupportedMediaType");
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void passesOnThatAnObjectIsMissing() {
    Reply reply = get(new Fetched.Missing(404, "NoSuchKey"), "https://x/a.jpg");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).contains("NoSuchKey");
  }

  @ParameterizedTest
  @CsvSource({
    "200, 10, 0",
    "200, 101, 400",
    "404, 0, 404",
    "403, 0, 403",
    "304, 0, 304",
    "412, 0, 412",
    "416, 0, 400",
    "500, 0, 503"
  })
  void readsWhatTheSignedAddressGives(int status, int bytes, int expected) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status, bytes == 0 ? -1 : bytes);
          exchange.getResponseBody().write(new byte[bytes]);
          exchange.close();
        });
    server.start();
    try (S3Client s3 = s3()) {
      var objects = new S3Objects(s3, 100);
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/x?signed";
      int got;
      try {
        got =
            objects.fetch(url, Map.of()) instanceof Fetched.Missing missing ? missing.status() : 0;
      } catch (TintypeException e) {
        got = Reply.failure(e).status();
      }
      assertThat(got).isEqualTo(expected);
    } finally {
      server.stop(0);
    }
  }

  /// The address is worth nothing without the headers that it was signed with.
  @Test
  void sendsTheHeadersThatTheAddressWasSignedWith() throws IOException {
    var sent = new HashMap<String, List<String>>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestHeaders().forEach((name, values) -> sent.put(name, values));
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try (S3Client s3 = s3()) {
      String url =
          "http://127.0.0.1:"
              + server.getAddress().getPort()
              + "/x?X-Amz-Date=1&X-Amz-SignedHeaders=host%3Bx-amz-checksum-mode&X-Amz-Signature=2";
      Map<String, String> user =
          Map.of("Host", "elsewhere", "X-Amz-Checksum-Mode", "ENABLED", "Accept-Encoding", "gzip");

      assertThat(new S3Objects(s3, 100).fetch(url, user)).isInstanceOf(Fetched.Missing.class);
    } finally {
      server.stop(0);
    }

    assertThat(sent)
        .containsEntry("X-amz-checksum-mode", List.of("ENABLED"))
        .doesNotContainKey("Accept-encoding");
    assertThat(sent.get("Host")).asString().contains("127.0.0.1");
  }

  private static S3Client s3() {
    return S3Client.builder()
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  @SuppressWarnings("NullAway") // the handler doesn't look at Lambda's context
  private Reply get(Fetched fetched, String url) {
    Objects objects =
        new Objects() {
          @Override
          public Fetched fetch(String inputUrl, Map<String, String> headers) {
            assertThat(inputUrl).isEqualTo("https://signed");
            return fetched;
          }

          @Override
          public void reply(String route, String token, Reply reply) {
            assertThat(route).isEqualTo("route");
            assertThat(token).isEqualTo("token");
            replies.add(reply);
          }
        };
    var handler =
        new ObjectLambdaHandler(
            new Wiring(objects, new LeanPicture(new ThumbnailatorEngine(), Limits.DEFAULT)));
    var event =
        S3ObjectLambdaEvent.builder()
            .withGetObjectContext(
                S3ObjectLambdaEvent.GetObjectContext.builder()
                    .withInputS3Url("https://signed")
                    .withOutputRoute("route")
                    .withOutputToken("token")
                    .build())
            .withUserRequest(S3ObjectLambdaEvent.UserRequest.builder().withUrl(url).build())
            .build();
    int status = handler.handleRequest(event, null).getOrDefault("statusCode", 0);
    assertThat(replies.getLast().status()).isEqualTo(status);
    return replies.getLast();
  }
}
