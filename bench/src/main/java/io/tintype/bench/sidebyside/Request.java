package io.tintype.bench.sidebyside;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// One line of the list: what either server is asked for.
///
/// @param old path and query for the old server
/// @param next for the new one
record Request(String old, String next) {

  private static final String IN_URIS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$&'()*+,;=%";

  /// @param line one path for both servers, or two with a tab between them
  /// @throws IllegalArgumentException when a path doesn't start with a slash
  static Request of(String line) {
    String[] paths = line.split("\t", 2);
    for (String path : paths) {
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("Expected a path that starts with / but read " + line);
      }
    }
    return new Request(paths[0], paths[paths.length - 1]);
  }

  /// The address on a server; what no address may hold is percent-encoded, as browsers do.
  static URI on(String server, String path) {
    var address =
        new StringBuilder(server.endsWith("/") ? server.substring(0, server.length() - 1) : server);
    for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
      if (one > 0 && IN_URIS.indexOf(one) >= 0) {
        address.append((char) one);
      } else {
        address.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
      }
    }
    return URI.create(address.toString());
  }
}
