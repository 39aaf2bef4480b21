package io.tintype.local;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Asks for addresses that Java's own clients refuse to ask for, `round_corner(5|9,…)` for one, as
/// browsers do.
final class RawHttp {

  private static final String END = "\r\n\r\n";

  private RawHttp() {}

  /// @param headers with names in lower case
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Reply(int status, Map<String, String> headers, byte[] body) {

    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /// @param target path and query, sent as they are
  static Reply get(URI server, String target) throws IOException {
    return read(say(server, "GET " + target + " HTTP/1.1"));
  }

  /// All that comes back after one line and the necessary headers.
  static byte[] say(URI server, String line) throws IOException {
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      String request = line + "\r\nHost: localhost\r\nConnection: close" + END;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return socket.getInputStream().readAllBytes();
    }
  }

  private static Reply read(byte[] said) {
    String text = new String(said, StandardCharsets.ISO_8859_1);
    int end = text.indexOf(END);
    String[] lines = text.substring(0, end).split("\r\n", -1);
    Map<String, String> headers = new HashMap<>();
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
    }
    return new Reply(
        Integer.parseInt(lines[0].substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length())),
        headers,
        Arrays.copyOfRange(said, end + END.length(), said.length));
  }
}
