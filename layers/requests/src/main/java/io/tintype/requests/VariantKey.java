package io.tintype.requests;

import java.util.Optional;
import java.util.stream.Stream;

/// Key of a variant: `derivatives/v/<image id>/<variant>.<format>` for an original whose key was
/// granted and holds its image id. For any other original it is
/// `derivatives/v/<image id>/<variant>/<bucket/key>.<format>`, the original in base64url with a
/// slash after every 200 characters; if S3 would not take that, the short form is used here too,
/// and only the image record knows the original.
///
/// @param imageId 26 characters of base32
/// @param variant 1 to 40 of `a-z`, `0-9` and `-`
/// @param foreign the original, if the key carries it
/// @param format of the file, such as `jpeg`; or [#COMMON]
public record VariantKey(String imageId, String variant, Optional<Foreign> foreign, String format)
    implements DerivativeKey {

  /// In place of a format: the first of the variant's formats that every viewer shows.
  public static final String COMMON = Accepted.ANY.id();

  public VariantKey {
    KeyForm.requireImageId(imageId);
    KeyForm.require(!imageId.equals(UNKNOWN_IMAGE), "an image id", imageId);
    KeyForm.require(KeyForm.VARIANT.matcher(variant).matches(), "a variant's name", variant);
    KeyForm.require(KeyForm.FORMAT.matcher(format).matches(), "a format", format);
  }

  /// An original that came without a grant, or lies in another bucket.
  public record Foreign(String bucket, String key) {

    public Foreign {
      KeyForm.require(
          !bucket.isEmpty() && bucket.indexOf('/') < 0 && !key.isEmpty(),
          "a bucket and a key",
          bucket + " and " + key);
    }

    /// Whether a step of the key is `.` or `..`, which no other request may name either: what lies
    /// between here and S3 might resolve them.
    public boolean climbs() {
      return Stream.of(key.split("/", -1)).anyMatch(step -> step.equals(".") || step.equals(".."));
    }
  }

  /// The key of a variant of an original whose key was granted.
  public static VariantKey granted(String imageId, String variant, String format) {
    return new VariantKey(imageId, variant, Optional.empty(), format);
  }

  /// The key of a variant of any other original.
  public static VariantKey of(String imageId, Foreign original, String variant, String format) {
    var carrying = new VariantKey(imageId, variant, Optional.of(original), format);
    // Judged without the format, so that all formats of a variant lie side by side.
    return carrying.text().length() - format.length() <= KeyForm.MAX_LENGTH - KeyForm.LONGEST_FORMAT
        ? carrying
        : granted(imageId, variant, format);
  }

  @Override
  public String text() {
    return "derivatives/v/"
        + imageId
        + "/"
        + variant
        + foreign
            .map(original -> "/" + KeyForm.encoded(original.bucket() + "/" + original.key()))
            .orElse("")
        + "."
        + format;
  }

  @Override
  public String toString() {
    return text();
  }
}
