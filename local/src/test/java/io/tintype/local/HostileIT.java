package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Size;
import io.tintype.testkit.Fixtures;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Requests that nobody means well, sent as they are to the edge of a whole stack: the right
/// status, soon, and nothing told that is nobody's business.
class HostileIT {

  /// A hundred times what any of them takes, so that a busy machine changes nothing.
  private static final Duration SOON = Duration.ofSeconds(10);

  private static final String SECRET = "the secret of another bucket";

  @TempDir static Path folder;

  private static Stack stack;
  private static S3Client s3;
  private static URI front;

  @BeforeAll
  static void start() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    // An expression that other engines need years for.
    var settings =
        Map.of(
            "TINTYPE_REWRITE_MATCH_PATTERN", "/^.r.(a+)+(b+)*$/",
            "TINTYPE_REWRITE_SUBSTITUTION", "/unsafe/20x20/assets/photo.jpg");
    stack = Stack.start(new StackOptions(ProjectRoot.find(), data, true, 0, settings));
    front = stack.addresses().front();
    s3 = Clients.s3(stack.addresses().s3());
    s3.createBucket(create -> create.bucket("other"));
    put("other", "secret.jpg", SECRET.getBytes(StandardCharsets.UTF_8));
    put(Services.ORIGINALS, "assets/photo.jpg", Fixtures.jpeg(new Size(64, 48)));
  }

  @AfterAll
  static void stop() {
    s3.close();
    stack.close();
  }

  /// Out of the buckets, into others, to addresses elsewhere, with damaged escapes.
  @ParameterizedTest
  @CsvSource({
    "400, /../../etc/passwd",
    "400, /unsafe/../../../etc/passwd",
    "400, /unsafe/a/../assets/photo.jpg",
    "400, /unsafe/..%2F..%2F..%2Fetc%2Fpasswd",
    "400, /unsafe/%2e%2e/%2e%2e/etc/passwd",
    "404, /unsafe/%252e%252e%252fetc%252fpasswd",
    "404, /unsafe/..%5c..%5csecret.jpg",
    "400, /..%2f..%2fetc/passwd.json",
    "404, /unsafe/file:///etc/passwd",
    "404, /unsafe/a%2Fb.jpg",
    "404, /v/thumb/..%2f..%2fsecret.jpg",
    "404, /v/card/..%2ftintype-originals%2fassets%2fphoto.jpg",
    "404, /v/..%2fthumb/a.jpg",
    "404, /derivatives/r/_/dW5zYWZl.any",
    "404, //derivatives/r/_/dW5zYWZl.any",
    "404, /derivatives%2Fr/_/dW5zYWZl.any",
    "403, /unsafe/s3:other/secret.jpg",
    "403, /unsafe/s3:tintype-derivatives/a.jpg",
    "403, /unsafe/b64:czM6b3RoZXIvc2VjcmV0LmpwZw",
    "403, /unsafe/https://other.s3.amazonaws.com/secret.jpg",
    "403, '/unsafe/filters:watermark(s3:other/secret.jpg,0,0,0)/assets/photo.jpg'",
    "403, '/unsafe/filters:image(/filters:blur(1)/s3:other/secret.jpg)/assets/photo.jpg'",
    "403, /s3:other/secret.jpg?width=20",
    "400, /unsafe/http://169.254.169.254/latest/meta-data",
    "400, '/unsafe/filters:watermark(http:%2F%2Flocalhost%2Fa.png,0,0,0)/assets/photo.jpg'",
    "400, /unsafe/a%00.jpg",
    "400, /unsafe/a%0d%0aSet-Cookie:%20b.jpg",
    "400, /unsafe/%C0%AE%C0%AE/a.jpg",
    "400, /unsafe/%zz/a.jpg",
  })
  void getNowhere(int status, String target) throws Exception {
    assertRefused(status, target);
  }

  /// Too much of something.
  @ParameterizedTest
  @CsvSource({
    "400, /unsafe/99999x99999/assets/photo.jpg",
    "400, /unsafe/99999999999999999999x1/assets/photo.jpg",
    "400, /unsafe/fit-in/60000x60000/filters:upscale()/assets/photo.jpg",
    "400, /unsafe/filters:blur(99999999)/assets/photo.jpg",
    "400, '/unsafe/filters:padding(red,999999,999999)/assets/photo.jpg'",
    "400, '/unsafe/filters:convolution(1;1,0)/assets/photo.jpg'",
    "400, /assets/photo.jpg?d=99999x99999",
    "400, /assets/photo.jpg?expires=soon",
  })
  void demandTooMuch(int status, String target) throws Exception {
    assertRefused(status, target);
  }

  @Test
  void areLongAndDeep() throws Exception {
    assertRefused(414, "/unsafe/" + "a".repeat(10_000) + ".jpg");
    assertRefused(414, "/unsafe/" + "%2F".repeat(4_000) + ".jpg");
    assertRefused(414, "/" + "a(".repeat(4_000));
    assertRefused(414, "/" + "a".repeat(100_000));
    for (String nested :
        List.of(
            "a(".repeat(1_000) + ")".repeat(1_000),
            "image(".repeat(800) + "a.png" + ")".repeat(800),
            "image(/f:".repeat(500) + "a.png" + ")".repeat(500),
            "curve(" + "[".repeat(1_000),
            "blur(1):".repeat(600) + "blur(1)")) {
      assertRefused(400, "/unsafe/filters:" + nested + "/assets/photo.jpg");
    }
  }

  @Test
  void areBaitForExpressions() throws Exception {
    assertThat(RawHttp.get(front, "/r/aaaa").status()).isEqualTo(200);
    assertRefused(404, "/r/" + "a".repeat(200) + "!");
    assertRefused(404, "/unsafe/" + "1.".repeat(90) + "x1:1x1/a.jpg");
    assertRefused(404, "/" + "-".repeat(200));
  }

  @Test
  void hideInBase64() throws Exception {
    assertRefused(403, json("{\"bucket\":\"other\",\"key\":\"secret.jpg\"}"));
    assertRefused(400, json("{\"key\":\"../../etc/passwd\"}"));
    assertRefused(
        403,
        json(
            """
            {"key":"assets/photo.jpg",
             "edits":{"overlayWith":{"bucket":"other","key":"secret.jpg","alpha":"0"}}}\
            """));
    assertRefused(
        400, json("{\"key\":\"assets/photo.jpg\",\"edits\":{\"resize\":{\"width\":1e9}}}"));
    assertRefused(400, json("{\"key\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}"));
  }

  /// A drawing may hold programs, which do nothing, and may name files, which are not read. The
  /// engine thumbnailator takes no drawing at all.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | <script>alert(1)</script><rect width='9' height='9' onclick='alert(1)'/>",
        "415 | <image width='9' height='9' href='file:///etc/passwd'/>",
        "415 | <image width='9' height='9' href='http://169.254.169.254/latest/meta-data'/>",
        "415 | <use href='http://localhost/other.svg#a'/>",
        "415 | <style>@import url(http://localhost/a.css);</style>",
        "415 | <text>&e;</text>",
      })
  void draw(int status, String inside) throws Exception {
    String svg =
        "<!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
            + "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
            + inside
            + "</svg>";
    String file = inside.contains("&e;") ? svg : svg.substring(svg.indexOf("<svg"));
    String key = "assets/" + Integer.toHexString(inside.hashCode()) + ".svg";
    put(Services.ORIGINALS, key, file.getBytes(StandardCharsets.UTF_8));

    RawHttp.Reply reply = soon("/unsafe/9x9/filters:format(png)/" + key);

    assertThat(reply.status()).as(reply.text()).isIn(status, 415);
    assertTellsNothing(reply);
    if (reply.status() == 200) {
      assertThat(ImageIO.read(new ByteArrayInputStream(reply.body())).getWidth()).isEqualTo(9);
    }
  }

  private static String json(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return "/" + Base64.getEncoder().encodeToString(bytes);
  }

  private static void assertRefused(int status, String target) throws Exception {
    RawHttp.Reply reply = soon(target);
    assertThat(reply.status()).as(shortened(target) + " " + reply.text()).isEqualTo(status);
    assertThat(reply.header("content-type")).isEqualTo("application/json");
    assertThat(reply.text()).contains("\"status\":" + status, "\"code\":\"", "\"message\":\"");
    assertTellsNothing(reply);
  }

  private static void assertTellsNothing(RawHttp.Reply reply) {
    String said = reply.headers() + reply.text();
    assertThat(said)
        .doesNotContain(SECRET, "root:", "Exception:", "java.", "software.amazon", "127.0.0.1")
        .doesNotContain(folder.toString(), "\tat ", "etty", Services.DERIVATIVES);
    assertThat(reply.headers()).doesNotContainKey("set-cookie");
  }

  private static RawHttp.Reply soon(String target) throws Exception {
    long started = System.nanoTime();
    RawHttp.Reply reply = RawHttp.get(front, target);
    assertThat(Duration.ofNanos(System.nanoTime() - started))
        .as(shortened(target))
        .isLessThan(SOON);
    return reply;
  }

  private static String shortened(String target) {
    return target.substring(0, Math.min(target.length(), 80));
  }

  private static void put(String bucket, String key, byte[] bytes) {
    s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
  }
}
