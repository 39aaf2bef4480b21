package io.tintype.heif;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// Links C functions and calls their handles, whose signatures are right by construction, so that
/// nothing they declare to throw can happen.
final class Native {

  private static final Linker LINKER = Linker.nativeLinker();

  private Native() {}

  /// @param result null for `void`
  /// @throws IllegalArgumentException when the library has no such function
  @SuppressWarnings("restricted") // native access is what this is for
  static MethodHandle function(
      SymbolLookup library, @Nullable MemoryLayout result, String name, MemoryLayout... taken) {
    FunctionDescriptor descriptor =
        result == null ? FunctionDescriptor.ofVoid(taken) : FunctionDescriptor.of(result, taken);
    MemorySegment address =
        library
            .find(name)
            .orElseThrow(() -> new IllegalArgumentException("the library has no " + name));
    return LINKER.downcallHandle(address, descriptor);
  }

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
