package io.tintype.imaging.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What an ICC profile says about itself (ICC.1:2022 section 7.2).
///
/// @param colorSpace of the pixels, as in the profile without blanks: `RGB`, `GRAY`, `CMYK` …
/// @param description for people, where there is one
public record IccFacts(String colorSpace, Optional<String> description) {

  private static final int SIGNATURE = 36;
  private static final int COLOR_SPACE = 16;
  private static final int TAGS = 128;

  /// @param profile as in [MetadataBlocks#icc()]
  /// @return empty when this is no profile
  public static Optional<IccFacts> of(ByteBuffer profile) {
    Part bytes = Part.of(profile);
    if (!bytes.text(SIGNATURE, 4).equals("acsp")) {
      return Optional.empty();
    }
    return Optional.of(new IccFacts(bytes.text(COLOR_SPACE, 4).strip(), description(bytes)));
  }

  private static Optional<String> description(Part profile) {
    long count = profile.u32(TAGS);
    for (long i = 0; i < count && profile.has(TAGS + 4 + 12 * i, 12); i++) {
      long at = TAGS + 4 + 12 * i;
      if (profile.text(at, 4).equals("desc")) {
        return text(profile.part(profile.u32(at + 4), profile.u32(at + 8)));
      }
    }
    return Optional.empty();
  }

  /// ASCII in version 2, UTF-16 in several languages in version 4, of which the first counts.
  private static Optional<String> text(Part tag) {
    String text =
        switch (tag.text(0, 4)) {
          case "desc" -> tag.text(12, tag.u32(8));
          case "mluc" ->
              new String(tag.part(tag.u32(24), tag.u32(20)).copy(), StandardCharsets.UTF_16BE);
          default -> "";
        };
    String words = text.replace("\0", "").strip();
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }
}
