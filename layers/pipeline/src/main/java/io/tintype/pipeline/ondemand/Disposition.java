package io.tintype.pipeline.ondemand;

import io.tintype.requests.ImageRequest;
import io.tintype.requests.ImageRequest.Subject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Writes Content-Disposition headers, RFC 6266.
final class Disposition {

  private static final int LONGEST = 200;

  private Disposition() {}

  /// @param name of the file; empty for that of the original with the ending of what is sent
  static String attachment(String name, ImageRequest request, String mediaType) {
    String chosen = name.isBlank() ? ofOriginal(request, mediaType) : name;
    String file = chosen.replaceAll("[\\p{Cntrl}/\\\\\"]", "_");
    String shown =
        file.substring(
            0,
            file.offsetByCodePoints(0, Math.min(file.codePointCount(0, file.length()), LONGEST)));
    String plain = shown.replaceAll("[^\\x20-\\x7e]", "_");
    String header = "attachment; filename=\"" + plain + '"';
    return plain.equals(shown)
        ? header
        : header
            + "; filename*=UTF-8''"
            + URLEncoder.encode(shown, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
  }

  private static String ofOriginal(ImageRequest request, String mediaType) {
    String key =
        switch (request.subject()) {
          case Subject.Original(_, String named) -> named;
          case Subject.Variant(_, _, Subject.Original original) -> original.key();
          case Subject.Canvas _ -> "canvas";
        };
    String last = key.substring(key.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    String stem = dot > 0 ? last.substring(0, dot) : last;
    String kind = mediaType.substring(mediaType.indexOf('/') + 1).replaceAll("\\+.*", "");
    return stem + "." + (kind.equals("jpeg") ? "jpg" : kind);
  }
}
