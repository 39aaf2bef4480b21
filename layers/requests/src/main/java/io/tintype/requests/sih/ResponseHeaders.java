package io.tintype.requests.sih;

import io.tintype.imaging.TintypeException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads `headers`, which the answer is to carry. Those that speak of the connection, of access or
/// of the content are left out in silence, as Serverless Image Handler does; so are those that this
/// side of the stack answers for, and those by which servers in front are told to send another file
/// in place of the answer.
final class ResponseHeaders {

  /// RFC 9110, section 5.6.2.
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}");
  private static final int MOST = 20;
  private static final int LONGEST = 1024;

  private static final Pattern DENIED =
      Pattern.compile(
          "(?:x-frame-|x-content-|x-xss-|strict-transport-|permissions-|x-amz-|x-amzn-|x-edge-"
              + "|x-accel-|x-sendfile|x-lighttpd-|x-litespeed-|x-reproxy-|surrogate-|cdn-"
              + "|access-control-|cross-origin-|content-|proxy-|sec-|cloudfront-).*");

  private static final Set<String> DENIED_NAMES =
      Set.of(
          "age",
          "alt-svc",
          "authorization",
          "clear-site-data",
          "connection",
          "date",
          "etag",
          "host",
          "keep-alive",
          "last-modified",
          "location",
          "nel",
          "public-key-pins",
          "refresh",
          "referrer-policy",
          "report-to",
          "reporting-endpoints",
          "server",
          "server-timing",
          "service-worker-allowed",
          "set-cookie",
          "set-cookie2",
          "sourcemap",
          "status",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "vary",
          "via",
          "www-authenticate",
          "x-api-key",
          "x-cache",
          "x-sourcemap");

  private ResponseHeaders() {}

  /// @return names as written
  /// @throws TintypeException BAD_REQUEST
  static Map<String, String> read(Value value) {
    Fields fields = value.fields();
    if (fields.names().size() > MOST) {
      throw value.wrong("at most " + MOST + " headers");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : fields.names()) {
      if (!NAME.matcher(name).matches()) {
        throw value.wrong("names of headers");
      }
      String lower = name.toLowerCase(Locale.ROOT);
      boolean denied = DENIED_NAMES.contains(lower) || DENIED.matcher(lower).matches();
      if (!denied) {
        fields.get(name).ifPresent(given -> headers.put(name, text(given)));
      }
    }
    return headers;
  }

  private static String text(Value value) {
    boolean simple = value.node().isValueNode();
    String text = value.shown();
    boolean visible = text.chars().allMatch(letter -> letter >= 0x20 && letter < 0x7f);
    if (!simple || !visible || text.length() > LONGEST) {
      throw value.wrong("a text of at most " + LONGEST + " visible ASCII characters");
    }
    return text;
  }
}
