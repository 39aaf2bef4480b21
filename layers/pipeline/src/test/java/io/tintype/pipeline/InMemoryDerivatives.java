package io.tintype.pipeline;

import io.tintype.imaging.Rendition;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Rendered objects for tests.
public final class InMemoryDerivatives implements Derivatives {

  private final ConcurrentSkipListMap<String, Rendition> objects = new ConcurrentSkipListMap<>();

  @Override
  public boolean put(String key, Rendition rendition, Expected expected) {
    var written = new AtomicBoolean();
    objects.compute(
        key,
        (_, stored) -> {
          written.set(meets(stored, expected));
          return written.get() ? rendition : stored;
        });
    return written.get();
  }

  private static boolean meets(@Nullable Rendition stored, Expected expected) {
    return switch (expected) {
      case Expected.Nothing() -> stored == null;
      case Expected.ThisOne(String eTag) -> stored != null && eTagOf(stored).equals(eTag);
    };
  }

  @Override
  public Map<String, String> list(String prefix) {
    Map<String, String> found = new TreeMap<>();
    objects.forEach(
        (key, rendition) -> {
          if (key.startsWith(prefix)) {
            found.put(key, eTagOf(rendition));
          }
        });
    return found;
  }

  @Override
  public void delete(Collection<String> keys) {
    keys.forEach(objects::remove);
  }

  /// Everything that is stored.
  public Map<String, Rendition> all() {
    return Map.copyOf(objects);
  }

  private static String eTagOf(Rendition rendition) {
    return InMemoryOriginals.eTagOf(rendition.bytes());
  }
}
