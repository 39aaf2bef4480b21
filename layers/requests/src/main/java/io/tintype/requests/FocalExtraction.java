package io.tintype.requests;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Box;
import io.tintype.imaging.Crop;
import io.tintype.requests.signing.PathHash;
import java.util.regex.Pattern;

/// thumbor's `extract_focal()`: where the image is itself a Thumbor URL with a manual crop, the
/// image inside of that is taken, and what was cropped becomes the focal area.
final class FocalExtraction {

  private static final Pattern HOST = Pattern.compile("^(?i)https?://?[^/]+/");
  private static final int DEEPEST = 10;

  private FocalExtraction() {}

  /// @return what is the image then
  static String of(String image, RecipeDraft draft) {
    String found = image;
    for (int depth = 0; depth < DEEPEST; depth++) {
      String address = HOST.matcher(found).replaceFirst("");
      ThumborPath inner =
          ThumborPath.read(PathText.plain(address), PathHash.THUMBOR, Dialect.THUMBOR);
      if (!(inner.options().crop().orElse(null) instanceof Crop.Pixels area)) {
        return found;
      }
      if (area.right() > area.left() && area.bottom() > area.top()) {
        draft.focal(
            new Anchor.Focal(
                new Box(
                    area.left(),
                    area.top(),
                    area.right() - area.left(),
                    area.bottom() - area.top())));
      }
      found = inner.image().text();
    }
    return found;
  }
}
