package io.tintype.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.tintype.requests.signing.UrlSigner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signatures at the door: what they are good for, and what is said to those who have none.
class SignedRequestsTest {

  private static final String KEY = "uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/holiday.jpg";

  private final Bench bench = new Bench(Map.of("TINTYPE_SIGNING_KEYS", "key"));

  @Test
  void everyLetterOfASignedAddressCounts() {
    String path = new UrlSigner("key").sign("200x150/filters:blur(1):quality(80)/" + KEY);
    assertThat(bench.get(path).getStatusCode()).isEqualTo(200);

    for (int at = 1; at < path.length(); at++) {
      for (char other : new char[] {'7', 'z', '/', '(', ','}) {
        if (path.charAt(at) != other) {
          String changed = path.substring(0, at) + other + path.substring(at + 1);
          assertThat(bench.get(changed).getStatusCode()).as(changed).isEqualTo(403);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"filters:nothing()/a.jpg", "filters:blur(1/a.jpg", "filters:expire(1)/a.jpg"})
  void saysWhatIsWrongWithARequestOnlyToThoseWhoMaySign(String path) {
    String signed = new UrlSigner("key").sign(path);

    assertThat(bench.get(signed).getStatusCode()).isEqualTo(400);
    assertThat(bench.get("/unsafe/" + path).getStatusCode()).isEqualTo(403);
    assertThat(bench.get("/" + path).getStatusCode()).isEqualTo(403);
    assertThat(bench.get(signed.replace(".jpg", ".png")).getStatusCode()).isEqualTo(403);
  }

  @Test
  void answersAnAddressThatABrowserEncodedAfterItWasSigned() {
    String path = "200x150/filters:round_corner(5|9, 1, 2, 3)/" + KEY.replace("/", "%2F");
    String signed = new UrlSigner("key").sign(path);

    APIGatewayV2HTTPResponse answer = bench.get(signed.replace(" ", "%20"));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(bench.get(signed).getStatusCode()).isEqualTo(200);
    assertThat(bench.get(signed.replace("200x", "201x").replace(" ", "%20")).getStatusCode())
        .isEqualTo(403);
  }

  /// Each would be one more address that the same signature allows, to be made and stored anew.
  @Test
  void oneSignatureAllowsNoOtherAddressForTheSamePicture() {
    String signed = new UrlSigner("key").sign("200x150/" + KEY);
    char first = signed.charAt(1);

    assertThat(bench.get(signed.replaceFirst("=/", "%3D/")).getStatusCode()).isEqualTo(200);
    assertThat(bench.get("/" + signed).getStatusCode()).isEqualTo(200);
    String encoded = "/%%%02X".formatted((int) first) + signed.substring(2);
    assertThat(bench.get(encoded).getStatusCode()).isEqualTo(403);
    assertThat(bench.get("//" + signed).getStatusCode()).isEqualTo(403);
    for (String query : List.of("width=3", "expires=29991231T235959Z", "signature=ab")) {
      APIGatewayV2HTTPResponse answer = bench.get(signed + "?" + query);
      assertThat(answer.getStatusCode()).as(query).isEqualTo(400);
    }
  }

  @Test
  void aSignatureInTheQueryAllowsParametersAsTheyAreUsuallyWrittenOnly() {
    String signed = new UrlSigner("key").sign(KEY, Map.of("width", "20"), Optional.empty());

    assertThat(bench.get(signed).getStatusCode()).isEqualTo(200);
    for (String other : List.of("width=2%30", "width=%320", "width=%32%30")) {
      assertThat(bench.get(signed.replace("width=20", other)).getStatusCode())
          .as(other)
          .isEqualTo(400);
    }
    assertThat(bench.get(signed.replace("width=20", "%77idth=20")).getStatusCode()).isEqualTo(400);
    assertThat(bench.get(signed.replace("width=20", "width=21")).getStatusCode()).isEqualTo(403);
  }
}
