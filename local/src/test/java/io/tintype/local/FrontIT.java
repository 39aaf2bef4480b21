package io.tintype.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.tintype.edge.EdgeFunction;
import io.tintype.edge.EdgeSettings;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.AdHocKey;
import io.tintype.requests.DerivativeKey;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;

class FrontIT {

  private static final String ID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
  private static final String KEY = "uploads/" + ID + "/a%20photo%2B%C3%BC.jpg";

  @TempDir static Path folder;

  private static S3Server s3;
  private static EdgeFunction edge;
  private static Front front;
  private static HttpClient http;

  /// What the on-demand function was last asked for.
  private static final AtomicReference<String> asked = new AtomicReference<>("");

  @BeforeAll
  static void start() throws Exception {
    Path objects = Files.createDirectory(folder.resolve("s3"));
    s3 = S3Server.start(objects, Ports.free(0), List.of(Services.DERIVATIVES), _ -> {});
    store("thumb.webp", "image/webp");
    store("thumb.jpeg", "image/jpeg");
    Path web = Files.createDirectory(folder.resolve("web"));
    Files.writeString(web.resolve("index.html"), "<!doctype html><p>hello");
    Files.writeString(folder.resolve("secret.json"), "{}");
    front = Front.bind(0);
    edge = EdgeFunction.start(new EdgeSettings(Services.ORIGINALS, false, true, false));
    var api = new HttpApi((event, _) -> echo(event.getRouteKey() + " " + event.getBody()));
    front.open(
        new Front.Rooms(
            api,
            new StaticFiles(web, s3.endpoint(), front.address()),
            new Edge(
                edge,
                new EdgeCache(InstantSource.system(), 1_000_000),
                new BucketOrigin(s3.client(), Services.DERIVATIVES),
                FrontIT::renderNothing)));
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    http.close();
    front.close();
    edge.close();
    s3.close();
  }

  @ParameterizedTest
  @CsvSource({
    "thumb, 'image/avif,image/webp,*/*', image/webp",
    "thumb.jpg, image/webp, image/jpeg",
    "thumb.webp, '*/*', image/webp"
  })
  void answersWithTheBestFormatThatBothSidesHave(String variant, String accept, String type)
      throws Exception {
    var response = get("/v/" + variant + "/" + KEY, "accept", accept);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).hasValue(type);
    assertThat(response.headers().firstValue("cache-control")).hasValue("public, max-age=60");
    assertThat(response.headers().firstValue("vary")).hasValue("Accept");
  }

  @Test
  void answersWithoutABodyWhatTheViewerHas() throws Exception {
    String eTag = get("/v/thumb.jpg/" + KEY).headers().firstValue("etag").orElseThrow();

    var response = get("/v/thumb.jpg/" + KEY, "if-none-match", "\"other\", W/" + eTag);

    assertThat(response.statusCode()).isEqualTo(304);
    assertThat(response.headers().firstValue("etag")).hasValue(eTag);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void answersHead() throws Exception {
    var request =
        HttpRequest.newBuilder(front.address().resolve("/v/thumb.jpg/" + KEY))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();

    var response = http.send(request, BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-length")).hasValue("9");
    assertThat(response.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v/thumb.png/uploads/01ARZ3NDEKTSV4RRFFQ69G5FAV/a.jpg",
        "/v/card/uploads/01ARZ3NDEKTSV4RRFFQ69G5FAV/a.jpg",
        "/v/thumb/uploads/01ARZ3NDEKTSV4RRFFQ69G5FAW/a.jpg",
        "/v/thumb/",
        "/derivatives/v/01ARZ3NDEKTSV4RRFFQ69G5FAV/thumb.jpeg",
        "/unsafe/300x200/nobody.jpg",
        "/images/a/b",
        "/web/../secret.json",
        "/..%2fsecret.json",
        "/..%5csecret.json"
      })
  void hasNothingElse(String path) throws Exception {
    var response = get(path);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
  }

  /// Addresses that no URI may have, and that CloudFront passes on as they are.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/unsafe/filters:curve([(0,0),(255,9)],[],[],[])/a.jpg",
        "/unsafe/filters:round_corner(5|9,1,2,3)/a.jpg",
        "/{a}^\\`<\">.jpg?format=[]",
        "/unsafe/a%2Fb%5C..%2F.jpg",
        "//unsafe/a;b=c/./d/../ü.jpg",
      })
  void leavesAnAddressAsItIs(String target) throws Exception {
    assertThat(raw("GET " + target + " HTTP/1.1")).startsWith("HTTP/1.1 404");
    assertThat(asked.get()).isEqualTo(target);
  }

  @Test
  void answersWhatIsNoRequestInTheFormOfOtherErrors() throws Exception {
    for (String line :
        List.of(
            "GET",
            "G<T / HTTP/1.1",
            "GET /../secret.json HTTP/1.1",
            "GET /v/../%2e%2e/secret.json HTTP/1.1",
            "GET /unsafe/photo.%zz%.jpg HTTP/1.1",
            "GET /" + "a".repeat(70_000) + " HTTP/1.1")) {
      assertThat(raw(line))
          .as(line.substring(0, Math.min(line.length(), 40)))
          .startsWith("HTTP/1.1 4")
          .containsIgnoringCase("content-type: application/json")
          .containsIgnoringCase("cache-control: no-store")
          .doesNotContainIgnoringCase("jetty")
          .contains("\"code\":\"BadRequest\"");
    }
  }

  @Test
  void callsTheFunctionOfTheApi() throws Exception {
    var request =
        HttpRequest.newBuilder(front.address().resolve("/uploads"))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"a\":1}"))
            .build();

    assertThat(http.send(request, BodyHandlers.ofString()).body())
        .isEqualTo("POST /uploads {\"a\":1}");
  }

  @Test
  void servesThePage() throws Exception {
    var response = get("/");

    assertThat(response.body()).contains("hello");
    assertThat(response.headers().firstValue("content-security-policy").orElseThrow())
        .contains(s3.endpoint().toString());
  }

  @Test
  void saysThatThePortIsTaken() {
    int port = front.address().getPort();

    assertThatThrownBy(() -> Front.bind(port))
        .isInstanceOf(TintypeException.class)
        .hasMessageContaining("port " + port + " is taken; choose another with --port");
  }

  private static APIGatewayV2HTTPResponse echo(String text) {
    return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withBody(text).build();
  }

  private static Answer renderNothing(Request viewer, String uri) {
    if (DerivativeKey.parse(uri) instanceof AdHocKey key) {
      asked.set(key.request().toString());
    }
    return Answer.error(404, "NotFound", "nothing");
  }

  private static String raw(String line) throws Exception {
    return new String(RawHttp.say(front.address(), line), UTF_8);
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(java.net.URI.create(front.address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static void store(String name, String type) {
    s3.client()
        .putObject(
            put ->
                put.bucket(Services.DERIVATIVES)
                    .key("derivatives/v/" + ID + "/" + name)
                    .contentType(type)
                    .cacheControl("public, max-age=60")
                    .metadata(Map.of("a", "b")),
            RequestBody.fromString("a picture"));
  }
}
