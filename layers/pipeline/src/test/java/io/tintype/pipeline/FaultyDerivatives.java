package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/// Derivatives whose writes can be made to fail, to kill the writer, or to be late.
final class FaultyDerivatives implements Derivatives {

  private final InMemoryDerivatives stored = new InMemoryDerivatives();
  private int killAt;
  private int failAt;
  private Runnable beforeWrite = () -> {};
  private Runnable beforeList = () -> {};
  private volatile int maxDelayMillis;
  int writes;

  /// The n-th write from now, counted from 1, ends the process.
  synchronized void killAtWrite(int n) {
    killAt = writes + n;
  }

  /// The n-th write from now, counted from 1, fails once.
  synchronized void failAtWrite(int n) {
    failAt = writes + n;
  }

  /// Runs once, after a write has been decided on and before it happens.
  synchronized void duringNextWrite(Runnable action) {
    beforeWrite = action;
  }

  /// Runs once, before the keys are listed.
  synchronized void beforeNextList(Runnable action) {
    beforeList = action;
  }

  /// Every write from now on takes up to so long.
  void delayWrites(int upToMillis) {
    maxDelayMillis = upToMillis;
  }

  @Override
  public boolean put(String key, Derivative derivative, Expected expected) {
    takeAction().run();
    if (maxDelayMillis > 0) {
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(maxDelayMillis * 1_000_000L));
    }
    return stored.put(key, derivative, expected);
  }

  private synchronized Runnable takeAction() {
    writes++;
    if (writes == killAt) {
      throw new Killed();
    }
    if (writes == failAt) {
      throw new TintypeException(Reason.UNAVAILABLE, "slow down");
    }
    Runnable action = beforeWrite;
    beforeWrite = () -> {};
    return action;
  }

  @Override
  public Optional<Stored> find(String key) {
    return stored.find(key);
  }

  @Override
  public Map<String, String> list(String prefix) {
    Runnable action;
    synchronized (this) {
      action = beforeList;
      beforeList = () -> {};
    }
    action.run();
    return stored.list(prefix);
  }

  @Override
  public void delete(Collection<String> keys) {
    stored.delete(keys);
  }

  Map<String, Derivative> all() {
    return stored.all();
  }
}
