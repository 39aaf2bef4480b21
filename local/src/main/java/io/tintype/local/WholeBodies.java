package io.tintype.local;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/// Reads what is left of a body when the answer came before its end, as it does when a write is
/// refused. Else Jetty closes the connection, and a client that is still sending may find that out
/// before it finds the answer.
final class WholeBodies extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /// Whoever sends more than this in vain has to live with the closed connection.
  private static final long MOST = 64L << 20;

  private static final int AT_ONCE = 1 << 16;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    // Who asks before sending a body has been told not to.
    if (request.getHeader("Expect") == null && !request.isAsyncStarted()) {
      readOn(request.getInputStream());
    }
  }

  private static void readOn(InputStream body) throws IOException {
    byte[] piece = new byte[AT_ONCE];
    long left = MOST;
    int read = 0;
    while (read >= 0 && left > 0) {
      left -= read;
      read = body.read(piece);
    }
  }
}
