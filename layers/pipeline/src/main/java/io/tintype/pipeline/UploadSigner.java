package io.tintype.pipeline;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Port that signs an upload straight to the bucket.
public interface UploadSigner {

  /// A URL for one PUT of exactly this content to a key where nothing is.
  SignedUpload sign(Upload upload);

  /// @param bytes exact length of the body
  /// @param checksumSha256 base64 of the body's SHA-256
  record Upload(
      ObjectRef object,
      String contentType,
      long bytes,
      Optional<String> checksumSha256,
      Duration expiry) {}

  /// @param headers to be sent exactly so; without Host and Content-Length, which the client's
  ///     HTTP stack sets itself
  record SignedUpload(URI url, Map<String, String> headers) {

    public SignedUpload {
      headers = Map.copyOf(headers);
    }
  }
}
