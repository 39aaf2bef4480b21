package io.tintype.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Measures pictures asked for by URL on a running stack: first views, each of which is rendered
/// and stored, and the same ones again, which the edge has kept. Prints requests a second and
/// milliseconds at 1, 4 and 16 connections.
public final class Urls {

  private static final int[] CONNECTIONS = {1, 4, 16};
  private static final String FROM = "x-tintype-cache";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final List<String> keys;

  private Urls(URI base, List<String> keys) {
    this.base = base;
    this.keys = keys;
  }

  /// `[--url http://localhost:8080] [--requests 60] [--photos <folder>]`
  public static void main(String[] arguments) throws Exception {
    String[] known = arguments.clone();
    Arrays.setAll(known, i -> known[i].equals("--requests") ? "--uploads" : known[i]);
    Options options = Options.parse(known);
    URI base = URI.create(options.url());
    var client = new UploadClient(base);
    List<Photo> photos =
        options.photos() == null ? Photo.synthetic() : Photo.in(Path.of(options.photos()));
    List<String> keys = new ArrayList<>();
    for (Photo photo : photos) {
      keys.add(client.uploaded(photo));
    }
    var urls = new Urls(base, keys);
    System.out.printf(
        "%d processors, JDK %s, photos %s%n",
        Runtime.getRuntime().availableProcessors(), Runtime.version(), photos);
    var unused = urls.measured(urls.addresses(12, 0), 2);
    System.out.printf(
        "%-8s %12s %12s %9s %9s%n", "views", "connections", "requests/s", "p50 ms", "p95 ms");
    for (int connections : CONNECTIONS) {
      List<String> addresses = urls.addresses(options.uploads(), connections);
      print("first", connections, urls.measured(addresses, connections), "RENDERED");
      print("later", connections, urls.measured(addresses, connections), "HIT");
    }
  }

  /// Widths of 160 to 1,120 pixels; the quality keeps the addresses of one run apart from those of
  /// another.
  private List<String> addresses(int count, int run) {
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int width = 160 + 16 * (i % 60) + i / 60;
      addresses.add(
          "/unsafe/%dx0/filters:quality(%d)/%s"
              .formatted(width, 60 + run, keys.get(i % keys.size())));
    }
    return addresses;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Measured(long[] sortedMicros, double seconds, List<String> from) {}

  private Measured measured(List<String> addresses, int connections) throws Exception {
    long[] micros = new long[addresses.size()];
    String[] from = new String[addresses.size()];
    var next = new AtomicInteger();
    long start = System.nanoTime();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        running.add(
            clients.submit(
                () -> {
                  for (int at = next.getAndIncrement();
                      at < micros.length;
                      at = next.getAndIncrement()) {
                    long began = System.nanoTime();
                    from[at] = get(addresses.get(at));
                    micros[at] = (System.nanoTime() - began) / 1_000;
                  }
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Arrays.sort(micros);
    return new Measured(micros, seconds, Arrays.asList(from));
  }

  private String get(String address) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(base.resolve(address)).header("Accept", "image/webp").build(),
            BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(address + " answered " + answer.statusCode());
    }
    return answer.headers().firstValue(FROM).orElse("");
  }

  private static void print(String views, int connections, Measured measured, String expected) {
    long others = measured.from().stream().filter(from -> !from.equals(expected)).count();
    System.out.printf(
        "%-8s %12d %12.1f %9.1f %9.1f%s%n",
        views,
        connections,
        measured.sortedMicros().length / measured.seconds(),
        Uploads.percentile(measured.sortedMicros(), 0.50) / 1e3,
        Uploads.percentile(measured.sortedMicros(), 0.95) / 1e3,
        others == 0 ? "" : "  (" + others + " not " + expected + ")");
  }
}
