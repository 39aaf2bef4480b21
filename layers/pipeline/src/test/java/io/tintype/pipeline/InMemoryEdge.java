package io.tintype.pipeline;

import io.tintype.imaging.Rendition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An edge for tests: it keeps what was looked at until it is told to forget.
public final class InMemoryEdge implements Invalidations {

  private final Map<String, Rendition> kept = new TreeMap<>();
  private final List<String> forgotten = new ArrayList<>();

  /// Somebody looks at all that is stored.
  public synchronized void look(Map<String, Rendition> stored) {
    stored.forEach((key, rendition) -> kept.putIfAbsent("/" + key, rendition));
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
  public synchronized Map<String, Rendition> kept() {
    return Map.copyOf(kept);
  }

  /// The paths that were to be forgotten, in order.
  public synchronized List<String> forgotten() {
    return List.copyOf(forgotten);
  }
}
