package io.tintype.bench.compare;

import io.tintype.bench.compare.Worker.Sample;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was measured of one job.
record Results(Job job, Map<Photo, Map<Contender, List<Sample>>> byPhoto) {

  Results(Job job) {
    this(job, new LinkedHashMap<>());
  }

  /// What two contenders are compared by.
  enum Measure {
    TIME("time"),
    /// Says how much work it was, which a busy machine changes less than the time.
    CPU_TIME("CPU time");

    private final String label;

    Measure(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    double of(Sample sample) {
      return switch (this) {
        case TIME -> sample.millis();
        case CPU_TIME -> sample.cpuMillis();
      };
    }
  }

  /// To be added to.
  List<Sample> samples(Photo photo, Contender contender) {
    return byPhoto
        .computeIfAbsent(photo, _ -> new EnumMap<>(Contender.class))
        .computeIfAbsent(contender, _ -> new ArrayList<>());
  }

  boolean has(Contender contender) {
    return byPhoto.values().stream()
        .anyMatch(all -> !all.getOrDefault(contender, List.of()).isEmpty());
  }

  double millis(Photo photo, Contender contender) {
    return Ratios.median(values(Measure.TIME, photo, contender));
  }

  /// Of the last round; it is the same in all.
  long bytes(Photo photo, Contender contender) {
    return samples(photo, contender).getLast().bytes();
  }

  Ratios ratios(Measure measure, Photo photo, Contender ours, Contender theirs) {
    return Ratios.of(values(measure, photo, ours), values(measure, photo, theirs));
  }

  /// Over several photos.
  Ratios ratios(Measure measure, List<Photo> photos, Contender ours, Contender theirs) {
    return Ratios.of(photos.stream().map(photo -> ratios(measure, photo, ours, theirs)).toList());
  }

  private double[] values(Measure measure, Photo photo, Contender contender) {
    return samples(photo, contender).stream().mapToDouble(measure::of).toArray();
  }
}
