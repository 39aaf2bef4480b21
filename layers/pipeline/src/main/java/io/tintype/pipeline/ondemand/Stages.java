package io.tintype.pipeline.ondemand;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// How long each step of a request took, in order. For one thread at a time.
public final class Stages {

  private final List<Stage> stages = new ArrayList<>();

  /// @param name as in a Server-Timing header
  public record Stage(String name, Duration duration) {}

  /// Runs a step and takes its time, also when it fails.
  <T> T time(String name, Supplier<T> step) {
    long start = System.nanoTime();
    try {
      return step.get();
    } finally {
      add(name, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  void add(String name, Duration duration) {
    stages.add(new Stage(name, duration));
  }

  /// All steps so far.
  public List<Stage> all() {
    return List.copyOf(stages);
  }
}
