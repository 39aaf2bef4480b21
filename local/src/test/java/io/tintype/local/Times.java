package io.tintype.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What several runs of one thing took, milestone by milestone.
final class Times {

  private final String title;
  private final Map<String, List<Double>> reached = new LinkedHashMap<>();

  Times(String title) {
    this.title = title;
  }

  /// @param millis by milestone, since the start
  /// @param last what is reached at the end
  void add(Map<String, Double> millis, String last, double end) {
    millis.forEach(this::add);
    add(last, end);
  }

  private void add(String milestone, double millis) {
    reached.computeIfAbsent(milestone, _ -> new ArrayList<>()).add(millis);
  }

  void print() {
    System.out.printf("%n%-60s %8s %8s %8s%n", title, "median", "least", "most");
    reached.forEach(
        (milestone, millis) -> {
          List<Double> sorted = millis.stream().sorted().toList();
          System.out.printf(
              Locale.ROOT,
              "%-60s %8.0f %8.0f %8.0f%n",
              milestone,
              sorted.get(sorted.size() / 2),
              sorted.getFirst(),
              sorted.getLast());
        });
  }
}
