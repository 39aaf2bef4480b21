package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantUploadTest {

  private static final Instant NOW = Instant.parse("2026-11-21T13:00:00Z");
  private static final String CHECKSUM = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

  private final InMemoryImageRecords records = new InMemoryImageRecords();
  private final List<UploadSigner.Upload> signed = new ArrayList<>();

  private final GrantUpload grantUpload =
      new GrantUpload(
          records,
          upload -> {
            assertThat(records.find(ImageId.of(upload.object()))).isPresent();
            signed.add(upload);
            return new UploadSigner.SignedUpload(
                URI.create("https://originals.example/" + upload.object().key()),
                Map.of("content-type", upload.contentType()));
          },
          new GrantUpload.Rules(
              "originals",
              Set.of("image/png", "image/jpeg"),
              1000,
              Duration.ofMinutes(10),
              key -> key.startsWith("uploads/") ? List.of("thumb", "card") : List.of()),
          () -> NOW);

  @Test
  void writesTheRecordAndThenSigns() {
    GrantUpload.Grant grant =
        grantUpload.grant(request("My cat.jpg", "image/jpeg", 1000, Optional.of(CHECKSUM)));

    assertThat(grant.key()).isEqualTo("uploads/" + grant.id() + "/My-cat.jpg");
    assertThat(grant.variants()).containsExactly("thumb", "card");
    assertThat(grant.expires()).isEqualTo(Duration.ofMinutes(10));
    assertThat(grant.upload().headers()).containsEntry("content-type", "image/jpeg");
    var object = new ObjectRef("originals", grant.key());
    assertThat(signed)
        .containsExactly(
            new UploadSigner.Upload(
                object, "image/jpeg", 1000, Optional.of(CHECKSUM), Duration.ofMinutes(10)));
    assertThat(records.find(grant.id()))
        .contains(
            ImageRecord.awaiting(
                grant.id(),
                object,
                Owner.of("https://issuer", "me"),
                NOW,
                NOW.plus(Duration.ofDays(30))));
  }

  @Test
  void givesEveryUploadItsOwnKey() {
    var request = request("cat.jpg", "image/jpeg", 1, Optional.empty());
    assertThat(grantUpload.grant(request).key()).isNotEqualTo(grantUpload.grant(request).key());
  }

  @Test
  void signsTheContentTypeInLowerCase() {
    grantUpload.grant(request("cat.jpg", "Image/JPEG", 1, Optional.empty()));
    assertThat(signed.getFirst().contentType()).isEqualTo("image/jpeg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "", "image/jpeg; charset=utf-8", "image/*"})
  void refusesOtherContentTypesAndSaysWhatIsAccepted(String contentType) {
    refuses(
        request("cat.jpg", contentType, 1, Optional.empty()),
        Reason.UNSUPPORTED,
        "image/jpeg, image/png but received " + contentType);
  }

  @Test
  void refusesMoreBytesThanTheLimitAndSaysIt() {
    refuses(
        request("cat.jpg", "image/jpeg", 1001, Optional.empty()),
        Reason.TOO_LARGE,
        "1..1000 but received 1001");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void refusesLessThanOneByte(long bytes) {
    refuses(
        request("cat.jpg", "image/jpeg", bytes, Optional.empty()),
        Reason.BAD_REQUEST,
        "1..1000 but received " + bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "????",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
        "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFUA",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      })
  void refusesWhatIsNoChecksum(String checksum) {
    refuses(
        request("cat.jpg", "image/jpeg", 1, Optional.of(checksum)),
        Reason.BAD_REQUEST,
        "checksumSha256 of 32 bytes as base64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void refusesAnEmptyFilename(String filename) {
    refuses(request(filename, "image/jpeg", 1, Optional.empty()), Reason.BAD_REQUEST, "a filename");
  }

  @Test
  void refusesAFilenameThatWouldKeepItBusy() {
    refuses(
        request(".".repeat(60_000) + "x", "image/jpeg", 1, Optional.empty()),
        Reason.BAD_REQUEST,
        "at most 1024 characters but received 60001");
  }

  private void refuses(GrantUpload.Request request, Reason reason, String part) {
    assertThatThrownBy(() -> grantUpload.grant(request))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(part);
    assertThat(signed).isEmpty();
  }

  private static GrantUpload.Request request(
      String filename, String contentType, long bytes, Optional<String> checksum) {
    return new GrantUpload.Request(
        filename, contentType, bytes, checksum, Owner.of("https://issuer", "me"));
  }
}
