package io.tintype.bench.compare;

import io.tintype.bench.compare.Worker.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Does the same work with sharp and with our engines, in turn, in processes that live as long as
/// the comparison, and prints how long each took in relation to the others.
///
/// Every job is done once by everybody before it counts. In each round the contenders follow
/// directly on each other, another one first each time, so that what else the machine does meets
/// all of them.
public final class Compare {

  private final CompareOptions options;
  private final List<Photo> photos;
  private final List<Worker> workers;

  private Compare(CompareOptions options, List<Photo> photos, List<Worker> workers) {
    this.options = options;
    this.photos = photos;
    this.workers = workers;
  }

  /// `[--photos <folder>] [--rounds 5] [--jobs <part of a name>]
  /// [--without sharp-once|sharp-separately|thumbnailator]`; the first argument is the project's
  /// folder.
  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path root = Path.of(arguments[0]);
    var options =
        CompareOptions.parse(
            List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
    String folder = options.photos();
    List<Photo> photos =
        Photo.in(
            folder == null ? Landscapes.in(root.resolve("bench/target/photos")) : Path.of(folder));
    List<Worker> workers = new ArrayList<>();
    try {
      for (Contender contender : options.contenders()) {
        workers.add(Worker.start(contender, contender.command(root)));
      }
      new Compare(options, photos, workers).run();
    } finally {
      workers.forEach(Worker::close);
    }
  }

  private void run() throws IOException {
    Report report = new Report(System.out, options.contenders());
    report.conditions(options, photos, workers);
    for (Job job : options.wanted()) {
      Results results = new Results(job);
      for (Photo photo : photos) {
        for (int round = 0; round <= options.rounds(); round++) {
          round(job, photo, round == 0 ? new Results(job) : results);
        }
      }
      report.job(results, photos);
    }
    report.memory(workers);
  }

  private void round(Job job, Photo photo, Results results) throws IOException {
    Collections.rotate(workers, 1);
    for (Worker worker : workers) {
      if (worker.contender().does(job)) {
        List<Sample> samples = results.samples(photo, worker.contender());
        worker.render(job, photo).ifPresent(samples::add);
      }
    }
  }
}
