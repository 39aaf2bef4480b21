package io.tintype.edge;

import java.util.Map;

/// What CloudFormation fills into the CloudFront Function.
///
/// @param originals name of the originals bucket
/// @param avif whether AVIF is negotiated
/// @param webp whether WebP is negotiated
/// @param rewrites whether rewrite rules are in force, under which no address tells its image
public record EdgeSettings(String originals, boolean avif, boolean webp, boolean rewrites) {

  /// The file with these settings in it.
  String fillIn(String source) {
    String filled = source;
    for (var each :
        Map.of(
                "OriginalsBucket", originals,
                "AutoAvif", String.valueOf(avif),
                "AutoWebP", String.valueOf(webp),
                "Rewrites", String.valueOf(rewrites))
            .entrySet()) {
      filled = filled.replace("${" + each.getKey() + "}", each.getValue());
    }
    return filled;
  }
}
