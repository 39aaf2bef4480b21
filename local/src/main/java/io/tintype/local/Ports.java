package io.tintype.local;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Finds ports of the loopback interface to listen on.
final class Ports {

  private Ports() {}

  /// `preferred` when it is free, else any free one. Always any free one for 0.
  static int free(int preferred) {
    return isFree(preferred) ? bound(preferred) : bound(0);
  }

  private static boolean isFree(int port) {
    try (var socket = socket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static int bound(int port) {
    try (var socket = socket(port)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new TintypeException(Reason.UNAVAILABLE, "no port is free", e);
    }
  }

  private static ServerSocket socket(int port) throws IOException {
    var socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }
}
