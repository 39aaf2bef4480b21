package io.tintype.pipeline;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Rendered objects for tests.
public class InMemoryDerivatives implements Derivatives {

  private final ConcurrentSkipListMap<String, Derivative> objects = new ConcurrentSkipListMap<>();

  private volatile Instant since = Instant.now();

  /// Everything counts as written then.
  public void writtenAt(Instant moment) {
    since = moment;
  }

  @Override
  public boolean put(String key, Derivative derivative, Expected expected) {
    var written = new AtomicBoolean();
    objects.compute(
        key,
        (_, stored) -> {
          written.set(meets(stored, expected));
          return written.get() ? derivative : stored;
        });
    return written.get();
  }

  private static boolean meets(@Nullable Derivative stored, Expected expected) {
    return switch (expected) {
      case Expected.Nothing() -> stored == null;
      case Expected.Anything() -> true;
      case Expected.ThisOne(String eTag) -> stored != null && eTagOf(stored).equals(eTag);
    };
  }

  @Override
  public Optional<Stored> find(String key) {
    return Optional.ofNullable(objects.get(key)).map(derivative -> new Stored(derivative, since));
  }

  @Override
  public Map<String, String> list(String prefix) {
    Map<String, String> found = new TreeMap<>();
    objects.forEach(
        (key, derivative) -> {
          if (key.startsWith(prefix)) {
            found.put(key, eTagOf(derivative));
          }
        });
    return found;
  }

  @Override
  public void delete(Collection<String> keys) {
    keys.forEach(objects::remove);
  }

  /// Everything that is stored.
  public Map<String, Derivative> all() {
    return Map.copyOf(objects);
  }

  private static String eTagOf(Derivative derivative) {
    return InMemoryOriginals.eTagOf(derivative.bytes());
  }
}
