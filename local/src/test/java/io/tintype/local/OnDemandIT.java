package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Size;
import io.tintype.testkit.Fixtures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
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
        .containsPattern("fetch;dur=\\d")
        .containsPattern("decode;dur=(?!0\\.0)")
        .containsPattern("render;dur=(?!0\\.0)")
        .containsPattern("encode;dur=(?!0\\.0)")
        .containsPattern("store;dur=\\d");
    var picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
    assertThat(new Size(picture.getWidth(), picture.getHeight())).isEqualTo(new Size(300, 200));
    List<S3Object> stored =
        s3.listObjectsV2(list -> list.bucket(Services.DERIVATIVES).prefix("derivatives/r/"))
            .contents();
    assertThat(stored)
        .extracting(S3Object::eTag)
        .contains(answer.headers().firstValue("etag").orElseThrow());
  }

  @Test
  void sendsViewersOfALargePictureToWhereItIsStored() throws Exception {
    byte[] original = noise(1_600, 1_500);
    s3.putObject(
        request -> request.bucket(Services.ORIGINALS).key("assets/noise.png"),
        RequestBody.fromBytes(original));
    String address = "/unsafe/1600x1500/filters:format(png)/assets/noise.png";

    HttpResponse<byte[]> first = get(address);

    assertThat(first.statusCode()).isEqualTo(302);
    assertThat(first.headers().firstValue("location")).contains(address);
    assertThat(first.headers().firstValue("cache-control")).contains("no-store");
    HttpResponse<byte[]> second = get(address);
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body().length).isGreaterThan(7_000_000);
    assertThat(ImageIO.read(new ByteArrayInputStream(second.body())).getWidth()).isEqualTo(1_600);
  }

  /// Random pixels, which no PNG makes smaller.
  private static byte[] noise(int width, int height) throws Exception {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, random.nextInt());
      }
    }
    var file = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", file);
    return file.toByteArray();
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
