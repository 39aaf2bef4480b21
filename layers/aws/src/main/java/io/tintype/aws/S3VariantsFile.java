package io.tintype.aws;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.Originals;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.S3Client;

/// Reads the variants.yaml that `TINTYPE_VARIANTS_URI` names.
public final class S3VariantsFile {

  private static final Pattern ADDRESS = Pattern.compile("s3://([a-z0-9.-]{3,63})/(.+)");
  private static final long MAX_BYTES = 1_000_000;

  private final Originals objects;

  public S3VariantsFile(S3Client s3) {
    this.objects = new S3Originals(s3);
  }

  /// The file's text.
  ///
  /// @param uri `s3://bucket/key`, the key as S3 stores it
  /// @throws TintypeException BAD_REQUEST for another address or text that isn't UTF-8,
  ///     TOO_LARGE above 1 MB, NOT_FOUND, FORBIDDEN, UNAVAILABLE
  public String read(String uri) {
    Matcher address = ADDRESS.matcher(uri);
    if (!address.matches()) {
      throw new TintypeException(
          Reason.BAD_REQUEST, "Expected s3://bucket/key for the variants but received " + uri);
    }
    var file = new ObjectRef(address.group(1), address.group(2));
    try {
      var content = objects.fetch(file, MAX_BYTES).source().buffer();
      return StandardCharsets.UTF_8.newDecoder().decode(content).toString();
    } catch (CharacterCodingException e) {
      throw new TintypeException(Reason.BAD_REQUEST, "Expected UTF-8 text in " + uri, e);
    } catch (TintypeException e) {
      throw new TintypeException(e.reason(), "The variants " + uri + ": " + e.getMessage(), e);
    }
  }
}
