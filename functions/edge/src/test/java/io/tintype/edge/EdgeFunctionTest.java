package io.tintype.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.AdHocKey;
import io.tintype.requests.DerivativeKey;
import io.tintype.requests.Dialect;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.ReceivedRequest;
import io.tintype.requests.RequestParser;
import io.tintype.requests.VariantKey;
import io.tintype.testkit.Shared;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The file in the engine of the local stack, and what it writes read back by the on-demand
/// function's own reader.
class EdgeFunctionTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CHROME = "image/avif,image/webp,image/apng,*/*;q=0.8";
  private static final Set<String> PARAMETERS =
      Set.of(
          "d",
          "expires",
          "fit",
          "flip",
          "flop",
          "format",
          "grayscale",
          "greyscale",
          "height",
          "quality",
          "rotate",
          "showExif",
          "signature",
          "width");
  private static final EdgeFunction EDGE =
      EdgeFunction.start(new EdgeSettings("originals", true, true, false));

  @AfterAll
  static void stop() {
    EDGE.close();
  }

  @Test
  void answersTheCasesThatNodeAnswers() throws IOException {
    int asked = 0;
    for (JsonNode one : JSON.readTree(Path.of("cases.json").toFile())) {
      if (one.has("settings") || one.path("target").asText().matches(".*(600001|000001Z).*")) {
        continue; // other settings, or a millisecond of the time that the cases are set in
      }
      String method = one.path("method").asText("GET");
      String accept = one.path("accept").asText("*/*");
      EdgeAnswer answer = ask(EDGE, method, one.path("target").asText(), accept);
      switch (answer) {
        case EdgeAnswer.PassOn(String uri) ->
            assertThat(uri).as(one.path("says").asText()).isEqualTo(one.path("uri").asText());
        case EdgeAnswer.Refuse(int status, Map<String, String> headers, String body) -> {
          assertThat(status).as(one.path("says").asText()).isEqualTo(one.path("status").asInt());
          assertThat(headers).containsEntry("content-type", "application/json");
          assertThat(JSON.readTree(body).path("code")).isEqualTo(one.path("code"));
        }
      }
      asked++;
    }
    assertThat(asked).isGreaterThan(50);
  }

  @Test
  void obeysItsSettings() {
    try (var plain = EdgeFunction.start(new EdgeSettings("other", false, false, true))) {
      String image = "/uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/cat.jpg";

      assertThat(key(plain, image).imageId()).isEqualTo(DerivativeKey.UNKNOWN_IMAGE);
      assertThat(key(plain, image).text()).endsWith(".any");
      assertThat(((VariantKey) key(plain, "/v/card/a/b.jpg")).foreign())
          .contains(new VariantKey.Foreign("other", "a/b.jpg"));
    }
  }

  @Test
  void refusesATimeThatHasPassedAndKeepsOneToComeApart() {
    assertThat(ask(EDGE, "GET", "/a.jpg?expires=20200101T000000Z", ""))
        .isInstanceOfSatisfying(
            EdgeAnswer.Refuse.class, refused -> assertThat(refused.status()).isEqualTo(400));
    assertThat(ask(EDGE, "GET", "/unsafe/filters:expire(1577836800000)/a.jpg", ""))
        .isInstanceOfSatisfying(
            EdgeAnswer.Refuse.class, refused -> assertThat(refused.status()).isEqualTo(410));
    assertThat(((AdHocKey) key(EDGE, "/a.jpg?expires=29991231T235959Z")).expires()).isTrue();
  }

  /// However somebody encodes a filter that has expired, the edge refuses it, or leaves it where
  /// the function stores nothing that expires.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noEncodingHidesATimeThatHasPassed(long seed) {
    var random = new Random(seed);
    Instant past = Instant.ofEpochMilli(1_577_836_800_000L);
    int refused = 0;
    int hidden = 0;
    for (int round = 0; round < 400; round++) {
      String filters = "filters:blur(2):expire(4102444800000):expire(1577836800000)";
      String target = "/unsafe/" + encodedHereAndThere(filters, random) + "/a.jpg";
      EdgeAnswer answer = ask(EDGE, "GET", target, "");
      Optional<Instant> end = endOf(target);
      if (answer instanceof EdgeAnswer.PassOn(String uri)) {
        hidden += end.isPresent() ? 1 : 0;
        boolean apart = ((AdHocKey) DerivativeKey.parse(uri)).expires();
        assertThat(apart && end.isPresent()).as("seed %d: %s", seed, target).isFalse();
      } else {
        refused++;
      }
      assertThat(end)
          .as(target)
          .satisfiesAnyOf(e -> assertThat(e).isEmpty(), e -> assertThat(e).contains(past));
    }
    assertThat(refused).isGreaterThan(100);
    assertThat(hidden).isZero();
  }

  private static String encodedHereAndThere(String text, Random random) {
    double share = random.nextDouble();
    return text.chars()
        .mapToObj(
            character ->
                random.nextDouble() < share
                    ? (random.nextBoolean() ? "%%%02x" : "%%%02X").formatted(character)
                    : Character.toString(character))
        .collect(Collectors.joining());
  }

  /// Empty where the function answers an error.
  private static Optional<Instant> endOf(String target) {
    try {
      return new RequestParser(Dialect.TINTYPE)
          .parse(new ReceivedRequest(target, Map.of()))
          .expires();
    } catch (TintypeException e) {
      return Optional.empty();
    }
  }

  @Test
  void whatItWritesIsReadBackAsExactlyTheRequest() throws IOException {
    int read = 0;
    for (String path : vectors()) {
      if (path.equals("/") || path.startsWith("/derivatives/")) {
        continue;
      }
      EdgeAnswer answer = ask(EDGE, "GET", path, CHROME);
      if (answer instanceof EdgeAnswer.PassOn(String uri)
          && DerivativeKey.parse(uri) instanceof AdHocKey key) {
        assertThat(key.request().path()).isEqualTo(pathOf(path));
        assertThat(key.request().query()).as(path).isEqualTo(folded(path));
        if (!key.imageId().equals(DerivativeKey.UNKNOWN_IMAGE)) {
          assertThat(pathOf(path)).contains("/uploads/" + key.imageId() + "/");
        }
        assertThat("/" + key.text()).isEqualTo(uri);
        read++;
      }
    }
    assertThat(read).isGreaterThan(500);
  }

  /// Whoever reads the request finds the image whose id is in the key, in every dialect but `sih`,
  /// where the edge is told that it can't be certain.
  @Test
  void namesNoImageButTheOneThatTheFunctionFinds() throws IOException {
    int named = 0;
    List<String> targets = vectors();
    for (JsonNode one : JSON.readTree(Path.of("cases.json").toFile())) {
      targets.add(one.path("target").asText());
    }
    for (String target : targets) {
      if (ask(EDGE, "GET", target, CHROME) instanceof EdgeAnswer.PassOn(String uri)) {
        DerivativeKey key = DerivativeKey.parse(uri);
        if (!key.imageId().equals(DerivativeKey.UNKNOWN_IMAGE)) {
          for (Dialect dialect : List.of(Dialect.TINTYPE, Dialect.THUMBOR)) {
            assertNamesItsImage(target, key, new RequestParser(dialect));
          }
          named++;
        }
      }
    }
    assertThat(named).isGreaterThan(15);
  }

  /// Options, some of them written a little wrong, in and out of their order.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void namesNoOtherImageHoweverAnAddressIsWritten(long seed) {
    List<String> pieces =
        List.of(
                "unsafe debug meta trim trim:50 trim::5 1x2:3x4 .1x.2:.3x.4 1..2x3:4x5 1.x2:3x4 fit-in"
                    .split(" "),
                "full-fit-in stretch 30x20 -x- x -30xorig 10x20 1x2:3x4:5x6 left middle top smart v card"
                    .split(" "),
                "filters:blur(2) filters:blur(2):quality(9) filters:curve([,0) filters:fill(a'b)"
                    .split(" "),
                "filters:text('a):blur('),1,2) filters:blur(2):: filters:blur((2)) filters:x([[) filters:"
                    .split(" "))
            .stream()
            .flatMap(Stream::of)
            .toList();
    var random = new Random(seed);
    int named = 0;
    for (int round = 0; round < 1_500; round++) {
      var target = new StringBuilder();
      for (int piece = random.nextInt(4); piece >= 0; piece--) {
        target.append('/').append(pieces.get(random.nextInt(pieces.size())));
      }
      target.append("/uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/cat.jpg");
      DerivativeKey key = key(EDGE, target.toString());
      if (!key.imageId().equals(DerivativeKey.UNKNOWN_IMAGE)) {
        for (Dialect dialect : List.of(Dialect.TINTYPE, Dialect.THUMBOR)) {
          assertNamesItsImageOrNone(target.toString(), key, new RequestParser(dialect));
        }
        named++;
      }
    }
    assertThat(named).as("seed %d", seed).isGreaterThan(100);
  }

  private static void assertNamesItsImageOrNone(
      String target, DerivativeKey key, RequestParser parser) {
    try {
      assertNamesItsImage(target, key, parser);
    } catch (TintypeException e) {
      // What is no request is made of no image.
      assertThat(e.reason()).isIn(Reason.BAD_REQUEST, Reason.NOT_FOUND);
    }
  }

  private static void assertNamesItsImage(String target, DerivativeKey key, RequestParser parser) {
    // A variant's key has no room for parameters.
    Map<String, String> query = key instanceof AdHocKey ? query(target) : Map.of();
    var received = new ReceivedRequest(pathOf(target), query);
    Subject subject = parser.parse(received).subject();
    switch (key) {
      case AdHocKey adHoc ->
          assertThat(subject)
              .as(target)
              .isInstanceOfSatisfying(
                  Subject.Original.class,
                  original ->
                      assertThat(original.key()).matches("uploads/" + adHoc.imageId() + "/[^/]+"));
      case VariantKey variant -> {
        var asked = (Subject.Variant) subject;
        assertThat(variant.variant()).isEqualTo(asked.name());
        assertThat(asked.original().bucket()).isEmpty();
        if (variant.foreign().isPresent()) {
          assertThat(variant.foreign().get().key()).isEqualTo(asked.original().key());
        } else {
          assertThat(asked.original().key()).matches("uploads/" + key.imageId() + "/[^/]+");
        }
      }
    }
  }

  private static Map<String, String> query(String target) {
    var query = new TreeMap<String, String>();
    for (String pair : queryOf(target).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static List<String> vectors() throws IOException {
    List<String> paths = new ArrayList<>();
    JSON.readTree(Shared.path("vectors/thumbor-urls.json").toFile())
        .forEach(vector -> paths.add(vector.path("url").asText()));
    JSON.readTree(Shared.path("vectors/thumbor-signatures.json").toFile())
        .path("vectors")
        .forEach(vector -> paths.add(vector.path("signed_url").asText()));
    for (String line : Files.readAllLines(Shared.path("vectors/sih-requests.jsonl"))) {
      paths.add(JSON.readTree(line).path("path").asText());
    }
    paths.replaceAll(path -> path.startsWith("/") ? path : "/" + path);
    return paths;
  }

  private static String pathOf(String target) {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  private static String queryOf(String target) {
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark + 1);
  }

  private static String folded(String target) {
    var last = new TreeMap<String, String>();
    for (String pair : queryOf(target).split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (PARAMETERS.contains(name)) {
        last.put(name, equals < 0 ? name + "=" : pair);
      }
    }
    return String.join("&", last.values());
  }

  private static EdgeAnswer ask(EdgeFunction edge, String method, String target, String accept) {
    return edge.answer(new ViewerRequest(method, pathOf(target), queryOf(target), accept));
  }

  private static DerivativeKey key(EdgeFunction edge, String target) {
    return DerivativeKey.parse(((EdgeAnswer.PassOn) ask(edge, "GET", target, "image/webp")).uri());
  }
}
