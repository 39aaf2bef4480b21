package io.tintype.presign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.tintype.aws.AwsClients;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.GrantUpload;
import io.tintype.pipeline.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class WiringTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "TINTYPE_ORIGINALS_BUCKET", "originals-bucket",
          "TINTYPE_DERIVATIVES_BUCKET", "derivatives-bucket",
          "TINTYPE_TABLE", "images",
          "TINTYPE_MAX_BYTES", "1234",
          "TINTYPE_UPLOAD_EXPIRY_SECONDS", "300",
          "TINTYPE_PUBLIC_BASE_URL", "https://img.example/",
          "TINTYPE_ALLOW_ANONYMOUS_UPLOADS", "true");

  @Test
  void putsTheHandlerOnTheSettings() throws IOException {
    HttpServer table = answering("{}".getBytes(StandardCharsets.UTF_8));
    try (AwsClients clients = clients(Settings.Service.DYNAMODB, address(table))) {
      Wiring wiring = Wiring.of(Settings.from(ENVIRONMENT), clients);
      assertThat(wiring.access()).isEqualTo(new Access(true, false, false, false, "moderator"));

      var event =
          Stage.event(
              "POST",
              "/uploads",
              Optional.empty(),
              Optional.of(
                  "{\"filename\": \"a.png\", \"contentType\": \"image/png\", \"bytes\": 1234}"));
      JsonNode answer = Stage.json(Stage.handle(new PresignHandler(wiring), event));
      String key = answer.get("key").asText();
      assertThat(answer.get("url").asText())
          .startsWith("https://originals-bucket.s3.eu-central-1.amazonaws.com/" + key + "?")
          .contains("X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost%3Bif-none-match")
          .contains("X-Amz-Expires=300");
      assertThat(answer.get("headers"))
          .isEqualTo(Stage.json("{\"Content-Type\": \"image/png\", \"If-None-Match\": \"*\"}"));
      assertThat(answer.get("expires").asInt()).isEqualTo(300);
      assertThat(answer.at("/variants/thumb").asText())
          .isEqualTo("https://img.example/v/thumb/" + key);
    } finally {
      table.stop(0);
    }
  }

  @Test
  void holdsUploadsToTheLimitInTheSettings() {
    try (AwsClients clients =
        clients(Settings.Service.DYNAMODB, URI.create("http://127.0.0.1:9"))) {
      GrantUpload grantUpload = Wiring.of(Settings.from(ENVIRONMENT), clients).grantUpload();
      var request = new GrantUpload.Request("a.png", "image/png", 1235, Optional.empty(), Stage.ME);
      assertThatThrownBy(() -> grantUpload.grant(request)).hasMessageContaining("1..1234");
    }
  }

  @Test
  void takesVariantsInFormatsThatOnlyTheRenderersEngineWrites() throws IOException {
    byte[] file =
        "variants: {thumb: {recipe: 9x9, formats: [avif, jpeg]}}".getBytes(StandardCharsets.UTF_8);
    HttpServer s3 = answering(file);
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.put("TINTYPE_VARIANTS_URI", "s3://config-bucket/variants.yaml");
    environment.put("TINTYPE_S3_PATH_STYLE", "true");
    try (AwsClients clients = clients(Settings.Service.S3, address(s3))) {
      assertThat(Wiring.of(Settings.from(environment), clients)).isNotNull();
    } finally {
      s3.stop(0);
    }
  }

  @Test
  void saysWhatIsMissingInAnEmptyEnvironment() {
    assertThatThrownBy(PresignHandler::new)
        .isInstanceOf(TintypeException.class)
        .hasMessageContaining("TINTYPE_ORIGINALS_BUCKET")
        .hasMessageContaining("TINTYPE_TABLE");
  }

  /// A service that gives this answer to everything.
  private static HttpServer answering(byte[] answer) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("ETag", "\"tag\"");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static AwsClients clients(Settings.Service service, URI address) {
    return new AwsClients(
        new Settings.Endpoints(
            Optional.of("eu-central-1"), Map.of(service, address), service == Settings.Service.S3),
        StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
  }
}
