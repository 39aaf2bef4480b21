package io.tintype.requests.signing;

import io.tintype.requests.ImageRequest.Authorization;
import io.tintype.requests.ReceivedRequest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Serverless Image Handler's signature: lower-case hexadecimal HMAC-SHA256 over the path and the
/// other query parameters.
public final class QuerySignature {

  /// Name of the parameter that carries it.
  public static final String PARAMETER = "signature";

  private QuerySignature() {}

  /// What a request says for itself in its query.
  ///
  /// @return [Authorization.None] where there is no signature
  public static Authorization read(ReceivedRequest request) {
    String hex = request.query().get(PARAMETER);
    return hex == null
        ? new Authorization.None()
        : new Authorization.Signature(hex, signedText(request.path(), request.query()));
  }

  /// The path, and behind a `?` the parameters `name=value` with `&` between them: decoded, sorted
  /// as the texts `name,value` are by UTF-16 units, without the signature itself.
  ///
  /// @param path with its leading slash, as it is sent
  /// @param query decoded
  static String signedText(String path, Map<String, String> query) {
    Map<String, String> sorted = new TreeMap<>();
    query.forEach(
        (name, value) -> {
          if (!name.equals(PARAMETER)) {
            sorted.put(name + "," + value, name + "=" + value);
          }
        });
    return sorted.isEmpty()
        ? path
        : path + sorted.values().stream().collect(Collectors.joining("&", "?", ""));
  }

  static String of(SigningKey key, String text) {
    return HexFormat.of().formatHex(key.mac("HmacSHA256", text));
  }
}
