package io.tintype.edge;

import java.util.Map;

/// What CloudFormation fills into the CloudFront Function.
///
/// @param originals name of the originals bucket
/// @param avif whether AVIF is negotiated
/// @param webp whether WebP is negotiated
/// @param uncertain whether no address tells its image: rewrite rules are in force, or Serverless
///     Image Handler's dialect, in which most options are part of the key
public record EdgeSettings(String originals, boolean avif, boolean webp, boolean uncertain) {

  /// The file with these settings in it.
  String fillIn(String source) {
    String filled = source;
    for (var each :
        Map.of(
                "OriginalsBucket", originals,
                "AutoAvif", String.valueOf(avif),
                "AutoWebP", String.valueOf(webp),
                "Uncertain", String.valueOf(uncertain))
            .entrySet()) {
      filled = filled.replace("${" + each.getKey() + "}", each.getValue());
    }
    return filled;
  }
}
