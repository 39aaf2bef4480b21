package io.tintype.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes something when it is first asked for, once. Safe for use by several threads.
final class WhenNeeded<T> implements Supplier<T> {

  private final Supplier<T> make;
  private @Nullable T made;

  WhenNeeded(Supplier<T> make) {
    this.make = make;
  }

  @Override
  public synchronized T get() {
    T present = made;
    if (present == null) {
      present = make.get();
      made = present;
    }
    return present;
  }
}
