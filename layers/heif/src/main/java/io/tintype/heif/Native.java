package io.tintype.heif;

import java.lang.foreign.MemorySegment;

/// Calls handles of [Bindings] whose signatures are right by construction, so that nothing they
/// declare to throw can happen.
final class Native {

  private Native() {}

  @FunctionalInterface
  interface Returning<T> {
    T call() throws Throwable;
  }

  @FunctionalInterface
  interface ReturningNothing {
    void call() throws Throwable;
  }

  static MemorySegment pointer(Returning<MemorySegment> call) {
    try {
      return call.call();
    } catch (Throwable e) {
      throw unforeseen(e);
    }
  }

  static int integer(Returning<Integer> call) {
    try {
      return call.call();
    } catch (Throwable e) {
      throw unforeseen(e);
    }
  }

  static long number(Returning<Long> call) {
    try {
      return call.call();
    } catch (Throwable e) {
      throw unforeseen(e);
    }
  }

  static void run(ReturningNothing call) {
    try {
      call.call();
    } catch (Throwable e) {
      throw unforeseen(e);
    }
  }

  private static RuntimeException unforeseen(Throwable failure) {
    return switch (failure) {
      case RuntimeException runtime -> runtime;
      case Error error -> throw error;
      default -> new IllegalStateException("A native call failed", failure);
    };
  }
}
