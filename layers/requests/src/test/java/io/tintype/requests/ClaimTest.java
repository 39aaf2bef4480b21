package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.ImageRequest.Authorization;
import io.tintype.requests.signing.PathHash;
import io.tintype.requests.signing.SignatureCheck;
import io.tintype.requests.signing.SignatureCheck.Verdict;
import io.tintype.requests.signing.SigningKey;
import io.tintype.requests.signing.UrlSigner;
import io.tintype.testkit.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said for a request, and which request it is said for.
class ClaimTest {

  private static final String KEY = "a key";
  private static final RequestParser PARSER = new RequestParser(Dialect.TINTYPE);

  /// What is signed, and what is asked for.
  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        // browsers, and JavaScript's encodeURI
        "300x200/filters:blur(2, 2)/old%2Fa.jpg -> 300x200/filters:blur(2,%202)/old%2Fa.jpg",
        "300x200/ü.jpg -> 300x200/%C3%BC.jpg",
        "filters:round_corner(5|9, 1, 2, 3)/a.jpg ->"
            + " filters:round_corner(5|9,%201,%202,%203)/a.jpg",
        "filters:round_corner(5|9,1,2,3)/a.jpg -> filters:round_corner(5%7C9,1,2,3)/a.jpg",
        "filters:blur(2, 2)/a%20b.jpg -> filters:blur(2,%202)/a%2520b.jpg",
        // encodeURIComponent on every segment
        "10x20:30x40/filters:fill(red)/a.jpg -> 10x20%3A30x40/filters%3Afill(red)/a.jpg",
        // Python's quote
        "filters:fill(red):blur(1,2)/a.jpg -> filters%3Afill%28red%29%3Ablur%281%2C2%29/a.jpg",
      })
  void isGoodForThePathAsItWasBeforeItWasEncoded(String signed, String asked) {
    String hash = new UrlSigner(KEY).sign(signed).split("/", 3)[1];

    Optional<Claim> good = good("/" + hash + "/" + asked);

    assertThat(good).map(claim -> claim.request().path()).contains("/" + hash + "/" + signed);
    assertThat(PARSER.parse(good.orElseThrow().request()))
        .isEqualTo(PARSER.parse(new ReceivedRequest("/" + hash + "/" + signed, Map.of())));
  }

  /// Each of these would be one more address for the same picture, to be made and stored again.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "300x200/%61.jpg",
        "%33%30%30x200/a.jpg",
        "300x200%2Fa.jpg",
        "300%78200/a.jpg",
        "300x200/a%2ejpg",
        "300x200/a%2Ejpg",
      })
  void isNotGoodForWhatNoEncoderWrites(String asked) {
    String hash = new UrlSigner(KEY).sign("300x200/a.jpg").split("/", 3)[1];

    assertThat(good("/" + hash + "/" + asked)).isEmpty();
  }

  @Test
  void oneSignatureIsGoodForAHandfulOfAddressesOnly() {
    String path = "300x200/filters:blur(2, 2):fill(red)/a{b}|[ü].jpg";
    String hash = new UrlSigner(KEY).sign(path).split("/", 3)[1];
    var random = new Random(7);
    long good = 0;
    for (int round = 0; round < 2_000; round++) {
      var asked = new StringBuilder("/" + hash + "/");
      path.codePoints()
          .forEach(
              point ->
                  asked.append(
                      random.nextInt(4) > 0
                          ? Character.toString(point)
                          : escaped(Character.toString(point))));
      good += asked.toString().endsWith(path) ? 0 : good(asked.toString()).stream().count();
    }
    assertThat(good).isZero();
  }

  private static String escaped(String character) {
    var escaped = new StringBuilder();
    for (byte each : character.getBytes(StandardCharsets.UTF_8)) {
      escaped.append("%%%02X".formatted(each));
    }
    return escaped.toString();
  }

  /// However a path begins, its claim is the one that is read with the rest of it.
  @Test
  void saysTheSameAsTheWholeRequest() throws IOException {
    int compared = 0;
    for (JsonNode vector :
        new ObjectMapper().readTree(Shared.path("vectors/thumbor-urls.json").toFile())) {
      String url = vector.path("url").asText();
      var received = new ReceivedRequest(url.startsWith("/") ? url : "/" + url, Map.of());
      for (Dialect dialect : Dialect.values()) {
        var parser = new RequestParser(dialect);
        try {
          Authorization whole = parser.parse(received).authorization();
          assertThat(parser.claims(received).getFirst().authorization()).as(url).isEqualTo(whole);
          compared++;
        } catch (TintypeException e) {
          // What is no request has nothing to compare with.
        }
      }
    }
    assertThat(compared).isGreaterThan(500);
  }

  private static Optional<Claim> good(String path) {
    var check = new SignatureCheck(List.of(new SigningKey(KEY)), PathHash.THUMBOR);
    return PARSER.claims(new ReceivedRequest(path, Map.of())).stream()
        .filter(claim -> check.check(claim.authorization()) == Verdict.VALID)
        .findFirst();
  }
}
