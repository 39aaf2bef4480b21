package io.tintype.aws;

import io.tintype.pipeline.UploadSigner;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/// Signs uploads as presigned PUTs. Length, type, the condition that nothing is there yet and the
/// checksum are all signed headers: S3 refuses a PUT that differs in any of them.
public final class S3UploadSigner implements UploadSigner {

  private final S3Presigner presigner;

  public S3UploadSigner(S3Presigner presigner) {
    this.presigner = presigner;
  }

  @Override
  public SignedUpload sign(Upload upload) {
    var put =
        PutObjectRequest.builder()
            .bucket(upload.object().bucket())
            .key(upload.object().key())
            .contentType(upload.contentType())
            .contentLength(upload.bytes())
            .ifNoneMatch("*");
    upload.checksumSha256().ifPresent(put::checksumSHA256);
    PresignedPutObjectRequest signed =
        AwsFailures.call(
            "The upload",
            () ->
                presigner.presignPutObject(
                    request ->
                        request.signatureDuration(upload.expiry()).putObjectRequest(put.build())));
    return new SignedUpload(URI.create(signed.url().toString()), headers(signed.signedHeaders()));
  }

  private static Map<String, String> headers(Map<String, List<String>> signed) {
    Map<String, String> headers = new LinkedHashMap<>();
    signed.forEach(
        (name, values) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!lower.equals("host") && !lower.equals("content-length")) {
            headers.put(usualSpelling(lower), String.join(",", values));
          }
        });
    return headers;
  }

  private static String usualSpelling(String lower) {
    return switch (lower) {
      case "content-type" -> "Content-Type";
      case "if-none-match" -> "If-None-Match";
      default -> lower;
    };
  }
}
