package io.tintype.requests.signing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Signs URLs, for the applications that write them. Paths are signed as they will be sent:
/// whatever a browser would percent-encode must be so already. Safe for use by several threads.
public final class UrlSigner {

  private final SigningKey key;
  private final PathHash pathHash;

  /// With Thumbor's own hash.
  public UrlSigner(String key) {
    this(new SigningKey(key), PathHash.THUMBOR);
  }

  /// @param pathHash as the server is set
  public UrlSigner(SigningKey key, PathHash pathHash) {
    this.key = key;
    this.pathHash = pathHash;
  }

  /// A Thumbor URL's path with its hash in front: `/<hash>/300x200/smart/cat.jpg`.
  ///
  /// @param path such as `300x200/smart/cat.jpg`; a slash in front is left out
  public String sign(String path) {
    String signed = path.startsWith("/") ? path.substring(1) : path;
    return "/" + pathHash.of(key, signed) + "/" + signed;
  }

  /// A path with `expires` and Serverless Image Handler's signature in its query.
  ///
  /// @param path such as `/eyJrZXkiOiJjYXQuanBnIn0=`; a slash in front is put there if missing
  /// @param query parameters, decoded
  public String sign(String path, Map<String, String> query, Optional<Instant> expires) {
    Map<String, String> all = new TreeMap<>(query);
    expires.ifPresent(moment -> all.put(Expiry.PARAMETER, Expiry.format(moment)));
    all.remove(QuerySignature.PARAMETER);
    String from = path.startsWith("/") ? path : "/" + path;
    String signature = QuerySignature.of(key, QuerySignature.signedText(from, all));
    all.put(QuerySignature.PARAMETER, signature);
    return from
        + all.entrySet().stream()
            .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
