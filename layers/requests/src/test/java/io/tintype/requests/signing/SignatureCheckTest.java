package io.tintype.requests.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.requests.ImageRequest.Authorization;
import io.tintype.requests.ReceivedRequest;
import io.tintype.requests.signing.SignatureCheck.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignatureCheckTest {

  private static final SigningKey KEY = new SigningKey("correct horse");
  private static final SigningKey OLD = new SigningKey("battery staple");

  private final SignatureCheck check = new SignatureCheck(List.of(KEY, OLD), PathHash.THUMBOR);

  @Test
  void acceptsPathsSignedWithAnyOfTheKeys() {
    for (SigningKey key : List.of(KEY, OLD)) {
      String url = new UrlSigner(key, PathHash.THUMBOR).sign("300x200/smart/cat.jpg");
      assertThat(check.check(PathHash.read(url))).isEqualTo(Verdict.VALID);
    }
  }

  @Test
  void refusesEveryUrlInWhichOneCharacterIsChanged() {
    String url = new UrlSigner("correct horse").sign("300x200/smart/cat.jpg");
    for (int at = 1; at < url.length(); at++) {
      char other = url.charAt(at) == 'A' ? 'B' : 'A';
      String changed = url.substring(0, at) + other + url.substring(at + 1);
      assertThat(check.check(PathHash.read(changed))).as(changed).isNotEqualTo(Verdict.VALID);
    }
  }

  @Test
  void acceptsHashesWhosePaddingIsPercentEncoded() {
    String url = new UrlSigner("correct horse").sign("300x200/cat.jpg").replace("=", "%3D");
    assertThat(check.check(PathHash.read(url))).isEqualTo(Verdict.VALID);
  }

  @Test
  void signsThePathAsItIsSentAndNotAsItIsMeant() {
    String url = new UrlSigner("correct horse").sign("300x200/my%20cat.jpg");
    assertThat(check.check(PathHash.read(url))).isEqualTo(Verdict.VALID);
    assertThat(check.check(PathHash.read(url.replace("%20", " ")))).isEqualTo(Verdict.WRONG);
  }

  @Test
  void takesOffOnlyTheFirstSegment() {
    assertThat(PathHash.read("/aaaa/x/aaaa/cat.jpg"))
        .isEqualTo(new Authorization.Hash("aaaa", "x/aaaa/cat.jpg"));
  }

  @Test
  void hasNothingToCheckInUnsafePathsAndBareKeys() {
    assertThat(check.check(PathHash.read("/unsafe/300x200/cat.jpg"))).isEqualTo(Verdict.ABSENT);
    assertThat(check.check(PathHash.read("/cat.jpg"))).isEqualTo(Verdict.ABSENT);
    assertThat(check.check(PathHash.read(""))).isEqualTo(Verdict.ABSENT);
  }

  @Test
  void survivesHashesThatAreNoText() {
    assertThat(check.check(PathHash.read("/%zz/cat.jpg"))).isEqualTo(Verdict.WRONG);
    assertThat(check.check(PathHash.read("/%/cat.jpg"))).isEqualTo(Verdict.WRONG);
    assertThat(check.check(PathHash.read("//cat.jpg"))).isEqualTo(Verdict.WRONG);
  }

  @Test
  void acceptsNothingWithoutKeys() {
    SignatureCheck none = new SignatureCheck(List.of(), PathHash.THUMBOR);
    String url = new UrlSigner("a").sign("cat.jpg");
    assertThat(none.check(PathHash.read(url))).isEqualTo(Verdict.WRONG);
    assertThat(none.check(new Authorization.Signature("", "/cat.jpg"))).isEqualTo(Verdict.WRONG);
  }

  @Test
  void showsNoKey() {
    assertThat(check.toString()).doesNotContain("horse").doesNotContain("staple");
  }

  @Test
  void refusesEmptyKeysAndHashesThatAreTooShort() {
    assertThatThrownBy(() -> new SigningKey("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PathHash(PathHash.Algorithm.SHA1, Optional.of(16)))
        .hasMessage("Expected a hash length of 17..28 for SHA1 but received 16");
  }

  /// Computed with `printf '%s' '/image.jpg?expires=20990101T000000Z&width=100' | openssl dgst
  /// -sha256 -hmac key`.
  @Test
  void signsPathAndSortedQueryAsServerlessImageHandlerDoes() {
    Map<String, String> query =
        Map.of("width", "100", "signature", HEX, "expires", "20990101T000000Z");
    Authorization read = QuerySignature.read(new ReceivedRequest("/image.jpg", query));
    assertThat(read)
        .isEqualTo(
            new Authorization.Signature(HEX, "/image.jpg?expires=20990101T000000Z&width=100"));
    SignatureCheck keys = new SignatureCheck(List.of(KEY, new SigningKey("key")), PathHash.THUMBOR);
    assertThat(keys.check(read)).isEqualTo(Verdict.VALID);
    assertThat(check.check(read)).isEqualTo(Verdict.WRONG);
  }

  private static final String HEX =
      "b8273cfaded58154fc2a9c8f5a6c264b09447f5ea5b788a3b86648388c36e0c7";

  @Test
  void sortsParametersByNameAndCommaAndValue() {
    // "a-b,1" comes behind "a,2" because a comma comes before a hyphen
    assertThat(QuerySignature.signedText("/x", Map.of("a-b", "1", "a", "2", "B", "ü")))
        .isEqualTo("/x?B=ü&a=2&a-b=1");
    assertThat(QuerySignature.signedText("/x", Map.of("signature", "1"))).isEqualTo("/x");
  }

  @Test
  void hasNothingToCheckWhereTheQueryHasNoSignature() {
    ReceivedRequest request = new ReceivedRequest("/image.jpg", Map.of("width", "100"));
    assertThat(check.check(QuerySignature.read(request))).isEqualTo(Verdict.ABSENT);
  }
}
