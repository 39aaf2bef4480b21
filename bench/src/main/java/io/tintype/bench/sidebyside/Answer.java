package io.tintype.bench.sidebyside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// What a server said.
///
/// @param type its Content-Type, or nothing
/// @param millis until the last byte was there
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(int status, String type, byte[] body, double millis) {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /// @throws IOException when the server can't be reached or takes more than a minute
  static Answer of(HttpClient http, URI address, String accept)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address).header("Accept", accept).timeout(PATIENCE).build();
    long start = System.nanoTime();
    HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body(),
        (System.nanoTime() - start) / 1e6);
  }
}
