package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Size;
import io.tintype.testkit.Fixtures;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Pictures by URL on the whole stack.
class OnDemandIT {

  private static final String KEY = "assets/a photo+ü.jpg";
  private static final String ENCODED = "assets/a%20photo%2B%C3%BC.jpg";

  @TempDir static Path folder;

  private static Stack stack;
  private static S3Client s3;
  private static HttpClient http;

  @BeforeAll
  static void start() {
    stack = Stack.start(new StackOptions(ProjectRoot.find(), folder, true, 0));
    s3 = Clients.s3(stack.addresses().s3());
    http = HttpClient.newHttpClient();
    s3.putObject(
        request -> request.bucket(Services.ORIGINALS).key(KEY),
        RequestBody.fromBytes(Fixtures.jpeg(new Size(640, 480))));
  }

  @AfterAll
  static void stop() {
    http.close();
    s3.close();
    stack.close();
  }

  @Test
  void rendersWhatAThumborUrlAsksForAndStoresIt() throws Exception {
    HttpResponse<byte[]> answer = get("/unsafe/300x200/" + ENCODED);

    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("image/jpeg");
    assertThat(answer.headers().firstValue("server-timing").orElse(""))
        .contains("fetch;dur=", "render;dur=", "store;dur=");
    var picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
    assertThat(new Size(picture.getWidth(), picture.getHeight())).isEqualTo(new Size(300, 200));
    List<S3Object> stored =
        s3.listObjectsV2(list -> list.bucket(Services.DERIVATIVES).prefix("derivatives/r/"))
            .contents();
    assertThat(stored).hasSize(1);
    assertThat(answer.headers().firstValue("etag")).contains(stored.getFirst().eTag());
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    HttpResponse<byte[]> answer = get("/unsafe/300x200/assets/none.jpg");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .contains("\"code\":\"NoSuchKey\"");
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    var request = HttpRequest.newBuilder(stack.addresses().front().resolve(path)).build();
    return http.send(request, BodyHandlers.ofByteArray());
  }
}
