package io.tintype.vips;

import java.lang.foreign.MemorySegment;

/// Calls handles of [Bindings] whose signatures are right by construction, so that nothing they
/// declare to throw can happen.
final class Native {

  private Native() {}

  @FunctionalInterface
  interface ToPointer {
    MemorySegment call() throws Throwable;
  }

  @FunctionalInterface
  interface ToNumber {
    long call() throws Throwable;
  }

  @FunctionalInterface
  interface ToNothing {
    void call() throws Throwable;
  }

  static MemorySegment pointer(ToPointer call) {
    try {
      return call.call();
    } catch (Throwable e) {
      throw unforeseen(e);
    }
  }

  static long number(ToNumber call) {
    try {
      return call.call();
    } catch (Throwable e) {
      throw unforeseen(e);
    }
  }

  static int integer(ToNumber call) {
    return (int) number(call);
  }

  static void run(ToNothing call) {
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
      default -> new VipsFailure("A native call failed", failure);
    };
  }
}
