package io.tintype.pipeline;

import io.tintype.imaging.Format;
import io.tintype.requests.VariantKey;
import java.util.List;

/// Where derivatives lie. Only `[A-Za-z0-9/_.-]` ever appears in a key, so nothing needs encoding
/// between the edge, S3 and a function; [io.tintype.requests.DerivativeKey] says how.
public final class DerivativeKeys {

  private DerivativeKeys() {}

  /// Where a variant of an original lies: `derivatives/v/<image id>/<variant>.<format>`, or with
  /// bucket and key in it where the original's key isn't one that the presign API granted.
  public static String variant(ObjectRef original, String variant, Format format) {
    String id = ImageId.of(original).value();
    return (ImageId.isGranted(original.key())
            ? VariantKey.granted(id, variant, format.id())
            : VariantKey.of(
                id,
                new VariantKey.Foreign(original.bucket(), original.key()),
                variant,
                format.id()))
        .text();
  }

  /// Prefix of all variants of an image.
  public static String variants(ImageId id) {
    return "derivatives/v/" + id + "/";
  }

  /// Prefixes of everything that has been rendered of an image, save what lies under an unknown
  /// image's id.
  public static List<String> all(ImageId id) {
    return List.of(variants(id), "derivatives/r/" + id + "/", "derivatives/e/" + id + "/");
  }

  /// Prefixes of the ad-hoc renditions that lie under an image's id.
  static List<String> adHoc(ImageId id) {
    return all(id).subList(1, 3);
  }

  /// Prefix of the notes that tell which renditions under other ids show an image.
  static String notes(ImageId id) {
    return "derivatives/l/" + id + "/";
  }

  /// Key of the note that a derivative under another id shows an image.
  static String note(ImageId id, String key) {
    return notes(id) + key.substring("derivatives/".length());
  }

  /// The derivative that a note is about.
  static String noted(ImageId id, String note) {
    return "derivatives/" + note.substring(notes(id).length());
  }
}
