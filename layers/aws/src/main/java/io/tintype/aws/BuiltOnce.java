package io.tintype.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A client that is built when it is first needed: a function that starts for a request that needs
/// none shouldn't pay for it. Safe for use by several threads.
final class BuiltOnce<T> implements Supplier<T> {

  private final Supplier<T> building;
  private @Nullable T built;

  BuiltOnce(Supplier<T> building) {
    this.building = building;
  }

  @Override
  public synchronized T get() {
    T present = built;
    if (present == null) {
      present = building.get();
      built = present;
    }
    return present;
  }
}
