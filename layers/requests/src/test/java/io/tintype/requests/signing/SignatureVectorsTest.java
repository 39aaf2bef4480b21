package io.tintype.requests.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tintype.requests.signing.SignatureCheck.Verdict;
import io.tintype.testkit.Shared;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Holds signatures to those in the tests and documents of thumbor, imagor and their clients.
class SignatureVectorsTest {

  /// What is meant to come out otherwise, with the reason. One that comes out right is struck off.
  private static final Map<String, String> DIFFERENT =
      Map.of(
          "/WN6mgyl8pD4KTy5IDSBs0GcFPaV7-R970JLsd01pqAU=/bar",
          "an empty key is refused: anybody could sign with it",
          "/Kmml5ejnmsn7M7TszYkeM2j5G3bpI7mp/bar",
          "an empty key is refused: anybody could sign with it");

  @Test
  void signsAndAcceptsAsThumborAndImagorDo() throws IOException {
    Set<String> different = new HashSet<>();
    int checked = 0;
    for (JsonNode vector : read().get("vectors")) {
      String url = vector.get("signed_url").asText();
      if (!agrees(vector, url)) {
        different.add(url);
      }
      checked++;
    }
    assertThat(checked).isGreaterThanOrEqualTo(109);
    assertThat(different).isEqualTo(DIFFERENT.keySet());
  }

  private static boolean agrees(JsonNode vector, String url) {
    String key = vector.get("key").asText();
    if (key.isEmpty()) {
      return false;
    }
    SigningKey signingKey = new SigningKey(key);
    PathHash hash = hash(vector.get("algorithm").asText(), vector.get("truncate").asInt());
    boolean signs = new UrlSigner(signingKey, hash).sign(vector.get("path").asText()).equals(url);
    boolean accepts =
        new SignatureCheck(List.of(new SigningKey("another"), signingKey), hash)
            .check(PathHash.read(url))
            .equals(Verdict.VALID);
    return signs && accepts;
  }

  private static PathHash hash(String algorithm, int truncate) {
    return new PathHash(
        PathHash.Algorithm.valueOf(algorithm.replace("HMAC-", "")),
        truncate == 0 ? Optional.empty() : Optional.of(truncate));
  }

  @Test
  void refusesWhatThumborAndImagorRefuse() throws IOException {
    int checked = 0;
    for (JsonNode vector : read().get("negative")) {
      String signer = vector.path("signer").asText();
      PathHash hash =
          signer.equals("HMAC-SHA256 truncated to 40") ? hash("HMAC-SHA256", 40) : PathHash.THUMBOR;
      SignatureCheck check =
          new SignatureCheck(List.of(new SigningKey(vector.get("key").asText())), hash);
      assertThat(check.check(PathHash.read(vector.get("url").asText())))
          .as(vector.get("reason").asText())
          .isNotEqualTo(Verdict.VALID);
      checked++;
    }
    assertThat(checked).isEqualTo(9);
  }

  @Test
  void refusesSignaturesThatNobodyCouldVerify() throws IOException {
    for (JsonNode vector : read().get("unverified_documentation")) {
      SignatureCheck check =
          new SignatureCheck(List.of(new SigningKey(vector.get("key").asText())), PathHash.THUMBOR);
      assertThat(check.check(PathHash.read(vector.get("signed_url").asText())))
          .isEqualTo(Verdict.WRONG);
    }
  }

  private static JsonNode read() throws IOException {
    return new ObjectMapper().readTree(Shared.path("vectors/thumbor-signatures.json").toFile());
  }
}
