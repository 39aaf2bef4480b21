package io.tintype.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Uploads as a browser does.
final class UploadClient {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration POLL = Duration.ofMillis(10);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  UploadClient(URI base) {
    this.base = base;
  }

  /// @return the original's key, once its record is READY
  String uploaded(Photo photo) throws IOException, InterruptedException {
    JsonNode grant = grant(photo);
    put(grant, photo);
    var unused = untilReady(photo, grant);
    return grant.path("key").asText();
  }

  /// @return from the end of the PUT until the record was seen READY, polled every 10 ms
  Duration upload(Photo photo) throws IOException, InterruptedException {
    JsonNode grant = grant(photo);
    put(grant, photo);
    return untilReady(photo, grant);
  }

  private Duration untilReady(Photo photo, JsonNode grant)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    URI record = base.resolve("/images/" + grant.path("id").asText());
    while (true) {
      String status = send(HttpRequest.newBuilder(record).build(), 200).path("status").asText();
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (status.equals("READY")) {
        return waited;
      }
      if (status.equals("FAILED") || waited.compareTo(PATIENCE) > 0) {
        throw new IOException(photo.name() + " is " + status + " after " + waited);
      }
      Thread.sleep(POLL);
    }
  }

  private JsonNode grant(Photo photo) throws IOException, InterruptedException {
    ObjectNode request =
        JSON.createObjectNode()
            .put("filename", photo.name())
            .put("contentType", "image/jpeg")
            .put("bytes", photo.bytes().length);
    return send(
        HttpRequest.newBuilder(base.resolve("/uploads"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(request.toString()))
            .build(),
        201);
  }

  private void put(JsonNode grant, Photo photo) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(grant.path("url").asText()))
            .PUT(BodyPublishers.ofByteArray(photo.bytes()));
    for (var header : grant.path("headers").properties()) {
      request.header(header.getKey(), header.getValue().asText());
    }
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("PUT answered " + response.statusCode() + ": " + response.body());
    }
  }

  private JsonNode send(HttpRequest request, int expected)
      throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != expected) {
      throw new IOException(
          request.uri() + " answered " + response.statusCode() + ": " + response.body());
    }
    return JSON.readTree(response.body());
  }
}
