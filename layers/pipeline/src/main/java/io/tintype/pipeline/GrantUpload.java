package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Use case: lets a client put one file straight into the originals bucket. The record is written
/// before anything is signed, so there is no object without one.
public final class GrantUpload {

  /// Longer than the queue and its dead letters keep an event, so that a late one finds its record.
  static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

  private static final int SHA256_BYTES = 32;

  /// More than any file system has; making a safe name takes time that grows with its square.
  private static final int LONGEST_FILENAME = 1_024;

  private final ImageRecords records;
  private final UploadSigner signer;
  private final Rules rules;
  private final InstantSource clock;

  public GrantUpload(ImageRecords records, UploadSigner signer, Rules rules, InstantSource clock) {
    this.records = records;
    this.signer = signer;
    this.rules = rules;
    this.clock = clock;
  }

  /// @throws TintypeException BAD_REQUEST, TOO_LARGE or UNSUPPORTED naming what is accepted,
  ///     UNAVAILABLE
  public Grant grant(Request request) {
    String contentType = accepted(request);
    Instant now = clock.instant();
    ImageId id = ImageId.at(now);
    var original =
        new ObjectRef(
            rules.bucket(), SourceBuckets.UPLOADS + id + "/" + SafeName.of(request.filename()));
    var record =
        ImageRecord.awaiting(id, original, request.owner(), now, now.plus(FORGOTTEN_AFTER));
    if (!records.save(record)) {
      throw new TintypeException(Reason.BUSY, "The image id is taken; ask again");
    }
    var upload =
        new UploadSigner.Upload(
            original, contentType, request.bytes(), request.checksumSha256(), rules.expiry());
    return new Grant(
        id,
        original.key(),
        signer.sign(upload),
        rules.expiry(),
        rules.variantNames().apply(original.key()));
  }

  /// @return the content type as it is signed
  private String accepted(Request request) {
    if (request.filename().isBlank()) {
      throw new TintypeException(
          Reason.BAD_REQUEST, "Expected a filename but received an empty one");
    }
    if (request.filename().length() > LONGEST_FILENAME) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "Expected a filename of at most "
              + LONGEST_FILENAME
              + " characters but received "
              + request.filename().length());
    }
    String contentType = request.contentType().strip().toLowerCase(Locale.ROOT);
    if (!rules.contentTypes().contains(contentType)) {
      throw new TintypeException(
          Reason.UNSUPPORTED,
          "Expected a contentType of "
              + String.join(", ", new TreeSet<>(rules.contentTypes()))
              + " but received "
              + request.contentType());
    }
    if (request.bytes() < 1 || request.bytes() > rules.maxBytes()) {
      throw new TintypeException(
          request.bytes() < 1 ? Reason.BAD_REQUEST : Reason.TOO_LARGE,
          "Expected bytes of 1.." + rules.maxBytes() + " but received " + request.bytes());
    }
    request.checksumSha256().ifPresent(GrantUpload::requireSha256);
    return contentType;
  }

  private static void requireSha256(String checksum) {
    try {
      if (Base64.getDecoder().decode(checksum).length == SHA256_BYTES
          && checksum.length() == (SHA256_BYTES + 2) / 3 * 4) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // Not base64 at all: the same answer.
    }
    throw new TintypeException(
        Reason.BAD_REQUEST,
        "Expected a checksumSha256 of 32 bytes as base64 (44 characters) but received " + checksum);
  }

  /// What is granted to whom it may concern.
  ///
  /// @param contentTypes accepted, in lower case
  /// @param expiry how long a granted URL can be used
  /// @param variantNames the variants that apply to an original's key
  public record Rules(
      String bucket,
      Set<String> contentTypes,
      long maxBytes,
      Duration expiry,
      Function<String, List<String>> variantNames) {

    public Rules {
      contentTypes = Set.copyOf(contentTypes);
    }
  }

  /// @param filename what the client calls the file; only its last part ends up in the key
  /// @param bytes exact length of the file
  /// @param checksumSha256 base64 of the file's SHA-256
  public record Request(
      String filename,
      String contentType,
      long bytes,
      Optional<String> checksumSha256,
      Owner owner) {}

  /// @param expires how long from now the URL can be used
  /// @param variants names of the variants that will be rendered
  public record Grant(
      ImageId id,
      String key,
      UploadSigner.SignedUpload upload,
      Duration expires,
      List<String> variants) {

    public Grant {
      variants = List.copyOf(variants);
    }
  }
}
