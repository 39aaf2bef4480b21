package io.tintype.pipeline;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Originals as the on-demand function sees them: it only fetches. Counts, and does what a test
/// wants to happen just before.
public final class WatchedOriginals implements Originals {

  public volatile Runnable beforeFetch = () -> {};

  private final InMemoryOriginals all;
  private final AtomicInteger fetches = new AtomicInteger();

  public WatchedOriginals(InMemoryOriginals all) {
    this.all = all;
  }

  /// How often something was fetched.
  public int fetches() {
    return fetches.get();
  }

  @Override
  public Original fetch(ObjectRef object, long maxBytes) {
    fetches.incrementAndGet();
    beforeFetch.run();
    return all.fetch(object, maxBytes);
  }

  @Override
  public Optional<String> eTag(ObjectRef object) {
    throw new AssertionError("not asked for");
  }

  @Override
  public void delete(ObjectRef object) {
    throw new AssertionError("originals stay");
  }
}
