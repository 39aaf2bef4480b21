package io.tintype.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Measures the whole path of an upload on a running stack: ask for an upload, PUT the file, wait
/// until the record is READY. Prints uploads a second over all, and for each photo the
/// milliseconds from the end of the PUT to READY.
public final class Uploads {

  private Uploads() {}

  /// `[--url http://localhost:8080] [--uploads 40] [--clients 4] [--photos <folder>]`
  public static void main(String[] arguments) throws Exception {
    Options options = Options.parse(arguments);
    List<Photo> photos =
        options.photos() == null ? Photo.synthetic() : Photo.in(Path.of(options.photos()));
    var client = new UploadClient(URI.create(options.url()));
    System.out.printf(
        "%d processors, JDK %s, %s%n",
        Runtime.getRuntime().availableProcessors(), Runtime.version(), options);
    System.out.println("warming up with one upload of each photo");
    for (Photo photo : photos) {
      client.upload(photo);
    }

    Queue<Sample> samples = new ConcurrentLinkedQueue<>();
    Duration wall = measure(options, photos, client, samples);
    print(photos, samples, wall);
  }

  /// One upload: how long it took from the end of its PUT to READY.
  record Sample(Photo photo, Duration untilReady) {}

  private static Duration measure(
      Options options, List<Photo> photos, UploadClient client, Queue<Sample> samples)
      throws Exception {
    Queue<Photo> work = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < options.uploads(); i++) {
      work.add(photos.get(i % photos.size()));
    }
    long start = System.nanoTime();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < options.clients(); i++) {
        running.add(clients.submit(() -> drain(work, client, samples)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static Void drain(Queue<Photo> work, UploadClient client, Queue<Sample> samples)
      throws IOException, InterruptedException {
    for (Photo photo = work.poll(); photo != null; photo = work.poll()) {
      samples.add(new Sample(photo, client.upload(photo)));
    }
    return null;
  }

  private static void print(List<Photo> photos, Queue<Sample> samples, Duration wall) {
    System.out.printf(
        "%d uploads in %.1f s: %.2f uploads a second%n",
        samples.size(), wall.toMillis() / 1e3, samples.size() * 1e3 / wall.toMillis());
    System.out.printf(
        "%-34s %8s %9s %9s %9s  (PUT to READY)%n",
        "photo", "uploads", "p50 ms", "p95 ms", "max ms");
    for (Photo photo : photos) {
      row(photo.toString(), samples.stream().filter(s -> s.photo().equals(photo)).toList());
    }
    row("all", List.copyOf(samples));
  }

  private static void row(String name, List<Sample> samples) {
    long[] millis = samples.stream().mapToLong(s -> s.untilReady().toMillis()).sorted().toArray();
    if (millis.length == 0) {
      return;
    }
    System.out.printf(
        "%-34s %8d %9d %9d %9d%n",
        name,
        millis.length,
        percentile(millis, 0.50),
        percentile(millis, 0.95),
        millis[millis.length - 1]);
  }

  /// Nearest rank.
  static long percentile(long[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
