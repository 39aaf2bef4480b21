package io.tintype.bench.compare;

import static io.tintype.bench.compare.Contender.VIPS;

import io.tintype.bench.compare.Results.Measure;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/// Prints what was measured and on what. Judges nothing.
record Report(PrintStream out, Set<Contender> contenders) {

  private static final String PHOTO = "%-30s %-12s %7.1f MP";
  private static final String GROUP = "%-53s";

  void conditions(CompareOptions options, List<Photo> photos, List<Worker> workers) {
    out.printf(
        Locale.ROOT,
        "%d processors, %s %s, MALLOC_ARENA_MAX=2; %d photos, %d rounds%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        photos.size(),
        options.rounds());
    inOrder(workers)
        .forEach(
            worker ->
                out.printf(
                    Locale.ROOT, "  %-16s %s%n", worker.contender().label(), worker.version()));
  }

  void job(Results results, List<Photo> photos) {
    List<Contender> there = contenders.stream().filter(results::has).toList();
    String name = results.job().name();
    out.printf(Locale.ROOT, "%n%s, milliseconds (medians), and kilobytes of all files%n", name);
    out.printf(Locale.ROOT, GROUP, "");
    there.forEach(contender -> out.printf(Locale.ROOT, " %16s", contender.label()));
    there.forEach(contender -> out.printf(Locale.ROOT, " %16s", contender.label()));
    for (Photo photo : photos) {
      start(photo);
      there.forEach(
          contender -> out.printf(Locale.ROOT, " %13.0f ms", results.millis(photo, contender)));
      there.forEach(
          contender ->
              out.printf(Locale.ROOT, " %13.0f KB", results.bytes(photo, contender) / 1e3));
    }
    List<Contender> others = there.stream().filter(contender -> contender != VIPS).toList();
    for (Measure measure : Measure.values()) {
      out.printf(Locale.ROOT, "%n%n%s, %s of vips: median (least–most)%n", name, measure.label());
      ratios(results, photos, others, measure);
    }
    out.printf(Locale.ROOT, "%n");
  }

  private void ratios(
      Results results, List<Photo> photos, List<Contender> others, Measure measure) {
    out.printf(Locale.ROOT, GROUP, "");
    others.forEach(other -> out.printf(Locale.ROOT, " %20s", "to " + other.label()));
    for (Photo photo : photos) {
      start(photo);
      for (Contender other : others) {
        out.printf(Locale.ROOT, " %20s", results.ratios(measure, photo, VIPS, other));
      }
    }
    for (String kind : kinds(photos)) {
      List<Photo> alike = photos.stream().filter(photo -> photo.kind().equals(kind)).toList();
      out.printf(Locale.ROOT, "%n" + GROUP, "median of " + alike.size() + " " + kind);
      group(results, alike, others, measure);
    }
    out.printf(Locale.ROOT, "%n" + GROUP, "median of all " + photos.size());
    group(results, photos, others, measure);
  }

  private void start(Photo photo) {
    out.printf(Locale.ROOT, "%n" + PHOTO, photo.name(), photo.kind(), photo.megapixels());
  }

  private void group(Results results, List<Photo> photos, List<Contender> others, Measure measure) {
    for (Contender other : others) {
      Ratios ratios = results.ratios(measure, photos, VIPS, other);
      out.printf(Locale.ROOT, " %20s", ratios);
    }
  }

  private static Set<String> kinds(List<Photo> photos) {
    Set<String> kinds = new TreeSet<>();
    photos.forEach(photo -> kinds.add(photo.kind()));
    return kinds;
  }

  void memory(List<Worker> workers) throws IOException {
    out.printf(Locale.ROOT, "%nmost memory resident at any time%n");
    for (Worker worker : inOrder(workers)) {
      OptionalLong peak = worker.peakBytes();
      out.printf(
          Locale.ROOT,
          "  %-16s %s after %d jobs%n",
          worker.contender().label(),
          peak.isPresent() ? peak.getAsLong() / 1_000_000 + " MB" : "unknown",
          worker.renders());
    }
  }

  private static List<Worker> inOrder(List<Worker> workers) {
    return workers.stream().sorted(Comparator.comparing(Worker::contender)).toList();
  }
}
