package io.tintype.aws;

import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.Originals;
import io.tintype.pipeline.Settings;
import io.tintype.pipeline.variants.VariantSet;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Reads the variants.yaml that `TINTYPE_VARIANTS_URI` names.
public final class S3VariantsFile {

  private static final long MAX_BYTES = 1_000_000;

  private final Originals objects;

  /// @param objects of any bucket
  public S3VariantsFile(Originals objects) {
    this.objects = objects;
  }

  /// The variants of the file that the settings name, or else those that were built in.
  ///
  /// @param writable formats that may be declared
  /// @throws TintypeException as [#variants]
  public static VariantSet of(Settings settings, Originals objects, Set<Format> writable) {
    return settings
        .variants()
        .map(file -> new S3VariantsFile(objects).variants(file, writable))
        .orElseGet(() -> VariantSet.packaged(writable));
  }

  /// The variants that the file declares.
  ///
  /// @param writable formats that the engine can write
  /// @throws TintypeException INTERNAL when the file is wrong or isn't UTF-8, TOO_LARGE above 1 MB,
  ///     NOT_FOUND, FORBIDDEN, UNAVAILABLE
  public VariantSet variants(ObjectRef file, Set<Format> writable) {
    return VariantSet.parse(read(file), file.toString(), writable);
  }

  private String read(ObjectRef file) {
    try {
      var content = objects.fetch(file, MAX_BYTES).source().buffer();
      return StandardCharsets.UTF_8.newDecoder().decode(content).toString();
    } catch (CharacterCodingException e) {
      throw new TintypeException(Reason.INTERNAL, "Expected UTF-8 text in " + file, e);
    } catch (TintypeException e) {
      throw new TintypeException(e.reason(), "The variants in " + file + ": " + e.getMessage(), e);
    }
  }
}
