package io.tintype.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An edge for tests: it keeps what was looked at until it is told to forget.
public final class InMemoryEdge implements Invalidations {

  private final Map<String, Derivative> kept = new TreeMap<>();
  private final List<String> forgotten = new ArrayList<>();

  /// Somebody looks at all that is stored.
  public synchronized void look(Map<String, Derivative> stored) {
    stored.forEach((key, derivative) -> kept.putIfAbsent("/" + key, derivative));
  }

  @Override
  public synchronized void invalidate(Collection<String> paths) {
    for (String path : paths) {
      forgotten.add(path);
      if (path.endsWith("*")) {
        kept.keySet().removeIf(key -> key.startsWith(path.substring(0, path.length() - 1)));
      } else {
        kept.remove(path);
      }
    }
  }

  /// What viewers are shown, by path.
  public synchronized Map<String, Derivative> kept() {
    return Map.copyOf(kept);
  }

  /// The paths that were to be forgotten, in order.
  public synchronized List<String> forgotten() {
    return List.copyOf(forgotten);
  }
}
