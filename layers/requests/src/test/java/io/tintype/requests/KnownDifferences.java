package io.tintype.requests;

import java.util.LinkedHashMap;
import java.util.Map;

/// Vectors of the peers that are read otherwise here, on purpose, and why.
final class KnownDifferences {

  private static final String NO_KEY = "keys of stored results are our own, see DerivativeKey";
  private static final String GENERATOR = "about what a generator refuses to write; a reader can't";
  private static final String HASH_FORM =
      "an HMAC in base64url always ends in padding; other long names are folders";
  private static final String PICTURE = "depends on the picture itself, not on the request";
  private static final String VIDEO = "no video is made, and saying so is better than a picture";
  private static final String ERROR =
      "what thumbor ignores in silence is an error here, except in its dialect";

  /// By kind and URL.
  static final Map<String, String> REASONS = reasons();

  private KnownDifferences() {}

  private static Map<String, String> reasons() {
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put("storage_key_normalize", NO_KEY);
    reasons.put("result_storage_key", NO_KEY);
    reasons.put("generate_error", GENERATOR);
    for (String hash :
        new String[] {
          "abcdefabcdefabcdefabcdefabcd",
          "abcdefefghijklmnopqrstuvwx-_",
          "aaaaaaaaaaaaaaaaaaaaaaaaaa==",
          "aaaaaaaaaaaaaaaaaaaaaaaaaa=",
          "aaaaaaaaaaaaaaaaaaaaaaaaaa"
        }) {
      reasons.put("parse /" + hash + "/url/", HASH_FORM);
    }
    reasons.put(
        "parse_options ", "nothing is an image's name that is missing, which RequestParser says");
    reasons.put(
        "generate debug/meta/trim:300x200/100x100:400x400/adaptive-full-fit-in/-300x-200/left/top"
            + "/smart/filters:brightness(100)",
        "thumbor's reader doesn't know such a trim either");
    reasons.put(
        "parse_and_generate XBCO7esuLsNQuSF2v9ie36pESRGx2rzLjhUxXWnV/meta/10x11:12x13/fit-in"
            + "/-300x-200/5x6/left/top/smart/filters:some_filter()/img",
        "a shortened hash is known as one where its length is set");
    reasons.put(
        "parse_filters filters:watermark(s.glbimg.com/filters:label(abc):watermark(aaa.com/fit-in"
            + "/filters:aaa(bbb))/aaa.jpg,0,0,0):format()jpg:brightness(-50):grayscale()",
        "text between a filter and the next is an error, not dropped");
    http(reasons, "image_invalid.jpg", PICTURE);
    http(reasons, "smart/imag", PICTURE);
    http(reasons, "filters:watermark(boom.jpg,0,0,0)/image.jpg", PICTURE);
    http(reasons, "200x200/grayscale.jpg", PICTURE);
    http(reasons, "filters:format(asdf)/image.jpg", ERROR);
    http(reasons, "filters:redeye()/gradient.jpg", ERROR);
    http(reasons, "filters:focal()/gradient.jpg", ERROR);
    for (String gifv :
        new String[] {
          "filters:gifv()/animated.gif",
          "filters:gifv(webm)/animated.gif",
          "filters:gifv(mp4):background_color(ff00ff)/animated.gif",
          "filters:gifv()/gradient.jpg",
          "filters:gifv(webm)/gradient.jpg",
          "filters:gifv(mp4)/gradient.jpg"
        }) {
      http(reasons, gifv, VIDEO);
    }
    return reasons;
  }

  private static void http(Map<String, String> reasons, String path, String reason) {
    reasons.put("http /unsafe/" + path, reason);
  }
}
