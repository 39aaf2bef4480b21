package io.tintype.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the edge keeps, by the rewritten address alone. When there is no more room, what was not
/// asked for the longest goes. Safe for use by several threads.
final class EdgeCache {

  private final Map<String, Kept> kept = new LinkedHashMap<>(64, 0.75f, /* accessOrder= */ true);
  private final InstantSource clock;
  private final long maxBytes;

  private long bytes;
  private long invalidations;

  private record Kept(Answer answer, Instant since, Instant until) {}

  EdgeCache(InstantSource clock, long maxBytes) {
    this.clock = clock;
    this.maxBytes = maxBytes;
  }

  /// With the header Age.
  synchronized Optional<Answer> find(String uri) {
    Kept found = kept.get(uri);
    Instant now = clock.instant();
    if (found == null) {
      return Optional.empty();
    }
    if (!now.isBefore(found.until())) {
      remove(uri);
      return Optional.empty();
    }
    String age = Long.toString(Duration.between(found.since(), now).toSeconds());
    return Optional.of(found.answer().with("age", age));
  }

  /// To be remembered before an origin is asked, see [#put].
  synchronized long moment() {
    return invalidations;
  }

  /// Keeps an answer for as long as it says, unless something was invalidated since `moment`: the
  /// origin may have been asked before that.
  synchronized void put(String uri, Answer answer, long moment) {
    Duration lifetime = Caching.of(answer);
    if (lifetime.isZero() || moment != invalidations || answer.body().length > maxBytes) {
      return;
    }
    remove(uri);
    Instant now = clock.instant();
    kept.put(uri, new Kept(answer, now, now.plus(lifetime)));
    bytes += answer.body().length;
    Iterator<Kept> oldest = kept.values().iterator();
    while (bytes > maxBytes) {
      bytes -= oldest.next().answer().body().length;
      oldest.remove();
    }
  }

  /// @param paths each with a slash before it; a `*` at the end stands for anything
  synchronized void invalidate(Collection<String> paths) {
    invalidations++;
    for (String path : paths) {
      if (path.endsWith("*")) {
        String start = path.substring(0, path.length() - 1);
        kept.keySet().stream().filter(uri -> uri.startsWith(start)).toList().forEach(this::remove);
      } else {
        remove(path);
      }
    }
  }

  private void remove(String uri) {
    Kept removed = kept.remove(uri);
    if (removed != null) {
      bytes -= removed.answer().body().length;
    }
  }
}
