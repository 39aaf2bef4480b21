package io.tintype.pipeline;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Derivatives that do what a test wants to happen just before and after each write.
public final class WatchedDerivatives implements Derivatives {

  public volatile Runnable beforePut = () -> {};
  public volatile Runnable afterPut = () -> {};

  private final InMemoryDerivatives all;

  public WatchedDerivatives(InMemoryDerivatives all) {
    this.all = all;
  }

  @Override
  public boolean put(String key, Derivative derivative, Expected expected) {
    beforePut.run();
    boolean written = all.put(key, derivative, expected);
    afterPut.run();
    return written;
  }

  @Override
  public Optional<Stored> find(String key) {
    return all.find(key);
  }

  @Override
  public Map<String, String> list(String prefix) {
    return all.list(prefix);
  }

  @Override
  public void delete(Collection<String> keys) {
    all.delete(keys);
  }
}
