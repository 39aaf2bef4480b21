package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.ImageRequest.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that nobody means well with end soon, and as a mistake of the one who sent them.
class HostileRequestsTest {

  private static final int LONGEST = 8_192;

  /// A hundred times what it takes, of the processor, so that a busy machine changes nothing.
  private static final long MOST_NANOS = 200_000_000;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void tenThousandCharactersAreRefused(Dialect dialect) {
    for (String start : List.of("/", "/unsafe/", "/v/thumb/", "/unsafe/filters:", "/params/")) {
      assertThatThrownBy(() -> parse(dialect, start + "a".repeat(10_000)))
          .isInstanceOf(TintypeException.class)
          .hasMessageStartingWith("Expected a path of at most 8192 characters but received 100");
    }
  }

  @Test
  void filtersNestedAThousandDeepAreRefused() {
    for (String nested :
        List.of(
            "a(".repeat(1_000) + ")".repeat(1_000),
            "image(".repeat(1_000) + "a.png" + ")".repeat(1_000),
            "image(/f:".repeat(800) + "a.png" + ")".repeat(800),
            "watermark('".repeat(600),
            "curve(" + "[".repeat(1_000))) {
      assertBadRequest("/unsafe/filters:" + nested + "/a.jpg");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/unsafe/99999999999999999999x1/a.jpg",
        "/unsafe/1000001x1/a.jpg",
        "/unsafe/1x99999999999999999999/a.jpg",
        "/unsafe/99999999999x1:2x3/a.jpg",
        "/unsafe/trim:99999999999999999999/a.jpg",
        "/unsafe/10x10/99999999999x1/a.jpg",
        "/unsafe/filters:quality(99999999999999999999)/a.jpg",
        "/unsafe/filters:blur(1e9)/a.jpg",
        "/unsafe/filters:blur(1000001)/a.jpg",
        "/unsafe/filters:proportion(0.00000000000000000000000000000000000000001)/a.jpg",
        "/unsafe/filters:saturation(NaN)/a.jpg",
        "/unsafe/filters:saturation(Infinity)/a.jpg",
        "/unsafe/filters:expire(99999999999999999999)/a.jpg",
        "/unsafe/filters:expire(-1)/a.jpg",
        "/unsafe/filters:max_age(-1)/a.jpg",
        "/unsafe/filters:rgb(١,٢,٣)/a.jpg",
        "/unsafe/filters:padding(red,99999999)/a.jpg",
        "/unsafe/filters:page(0)/a.jpg",
        "/unsafe/filters:/a.jpg",
        "/unsafe/filters:()/a.jpg",
        "/unsafe/filters:quality(80/a.jpg",
        "/unsafe/filters:text(%00,0,0)/a.jpg",
        "/unsafe/filters:text(b64:AAAA,0,0)/a.jpg",
      })
  void numbersBeyondReasonAreRefused(String path) {
    assertBadRequest(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/unsafe/../../etc/passwd",
        "/unsafe/..%2F..%2Fetc%2Fpasswd",
        "/unsafe/%2e%2e/%2e%2e/etc/passwd",
        "/unsafe/a/./b.jpg",
        "/unsafe/a/..",
        "/unsafe/b64:Li4vLi4vZXRjL3Bhc3N3ZA",
        "/unsafe/s3:bucket/../other/a.jpg",
        "/unsafe/s3://bucket/..%2Fother/a.jpg",
        "/unsafe/https://bucket.s3.amazonaws.com/%2e%2e/a.jpg",
        "/unsafe/https://bucket.s3.amazonaws.com/%252e%252e/a.jpg",
        "/unsafe/filters:watermark(..%2Fa.png,0,0,0)/a.jpg",
        "/unsafe/filters:image(/10x10/../a.png)/a.jpg",
        "/v/thumb/../a.jpg",
        "/../a.jpg",
      })
  void nobodyClimbsOutOfABucket(String path) {
    assertBadRequest(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/unsafe/http://169.254.169.254/latest/meta-data",
        "/unsafe/http:%2F%2Flocalhost:8080/a.jpg",
        "/unsafe/HTTPS://example.com/a.jpg",
        "/unsafe/https://s3.amazonaws.com.example.com/bucket/a.jpg",
        "/unsafe/https://bucket.s3.amazonaws.com@example.com/a.jpg",
        "/unsafe/https://example.com/.s3.amazonaws.com/a.jpg",
        "/unsafe/http://s3.amazonaws.com/a.jpg",
        "/unsafe/b64:aHR0cDovL2V4YW1wbGUuY29tL2EuanBn",
      })
  void nothingIsFetchedFromElsewhere(String path) {
    assertBadRequest(path);
  }

  @Test
  void otherSchemesAreOnlyNamesOfObjects() {
    assertThat(parse(Dialect.TINTYPE, "/unsafe/file:///etc/passwd").subject())
        .isEqualTo(new Subject.Original(Optional.empty(), "file:///etc/passwd"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/unsafe/%",
        "/unsafe/a%2",
        "/unsafe/a%zz",
        "/unsafe/a%2٣",
        "/unsafe/%C3",
        "/unsafe/%C3%28",
        "/unsafe/%ED%A0%80",
        "/unsafe/%F8%80%80%80",
        "/unsafe/%C0%AE",
        "/unsafe/\u0000",
        "/unsafe/a\r\nSet-Cookie: b",
        "/unsafe/a%0d%0ab",
        "/unsafe/\ud800",
        "/unsafe/%7F",
        "/unsafe/%C2%85",
      })
  void damagedEscapesAndControlCharactersAreRefused(String path) {
    assertBadRequest(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "0.",
        "-",
        "(",
        ")",
        "'",
        "('",
        ",'",
        "' ",
        "a(),",
        "/",
        "x",
        "trim:",
        "a():",
        "%20",
        "%28",
        "%2C",
        "1x",
        "1x1/",
        ".",
        "f-",
        "fxf/",
        "[",
        "[(",
        "(1,2),",
        ";",
        "1;",
        "a.",
        "s3",
        "=",
        "b64:",
        "image(",
        "A",
        "%C3%A9",
        "é",
        "/filters:a()",
        "1x1:",
        "http:/",
        "-1"
      })
  void longPathsOfOnePieceTakeNoTime(String piece) {
    String text = piece.repeat((LONGEST - 60) / piece.length());
    for (Dialect dialect : Dialect.values()) {
      for (String start :
          List.of(
              "/",
              "/unsafe/",
              "/v/",
              "/params/unsafe/",
              "/unsafe/filters:",
              "/unsafe/filters:quality(",
              "/unsafe/filters:curve([",
              "/unsafe/filters:convolution(",
              "/unsafe/filters:text(",
              "/unsafe/filters:text('",
              "/unsafe/filters:watermark(",
              "/unsafe/filters:image(/",
              "/unsafe/filters:focal(",
              "/unsafe/filters:extract_focal()/",
              "/unsafe/https://",
              "/unsafe/s3:")) {
        assertQuick(dialect, start + text);
        assertQuick(dialect, start + text + ")/a.jpg");
      }
    }
  }

  private static void assertBadRequest(String path) {
    assertThatThrownBy(() -> parse(Dialect.TINTYPE, path))
        .isInstanceOfSatisfying(
            TintypeException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.BAD_REQUEST);
              assertThat(e.getMessage()).hasSizeLessThan(800);
              assertThat(e.getMessage()).doesNotContainPattern("\\p{IsControl}");
            });
  }

  private static void assertQuick(Dialect dialect, String path) {
    long before = CpuTime.ofThisThread();
    outcome(dialect, path);
    assertThat(CpuTime.ofThisThread() - before).as(path.substring(0, 60)).isLessThan(MOST_NANOS);
  }

  private static void outcome(Dialect dialect, String path) {
    try {
      var unused = parse(dialect, path);
    } catch (TintypeException e) {
      assertThat(e.reason()).isIn(Reason.BAD_REQUEST, Reason.NOT_FOUND);
    }
  }

  private static ImageRequest parse(Dialect dialect, String path) {
    return new RequestParser(dialect).parse(new ReceivedRequest(path, Map.of()));
  }
}
