package io.tintype.vips;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// The C library's allocator, which libvips takes its memory from.
@SuppressWarnings("restricted") // native access is what this is for
final class Allocator {

  /// `M_MMAP_THRESHOLD` of glibc's `malloc.h`.
  private static final int MMAP_THRESHOLD = -3;

  /// Smaller than any picture that matters, larger than what is allocated often.
  private static final int LARGE_BYTES = 1 << 20;

  private Allocator() {}

  /// Has glibc give blocks of a megabyte and more back to the system when they are freed. Left to
  /// itself it raises its threshold up to 32 MB after the first large picture, and keeps what
  /// comes later between smaller blocks: a process that renders large photos then stays a third
  /// larger. Other C libraries have no such switch and are left alone.
  ///
  /// @param symbols of a library that stands on the C library
  static void returnLargeBlocks(SymbolLookup symbols) {
    Optional<MemorySegment> address = symbols.find("mallopt");
    if (address.isPresent()) {
      // int mallopt(int param, int value)
      MethodHandle mallopt =
          Linker.nativeLinker()
              .downcallHandle(address.get(), FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
      var unused = Native.integer(() -> (int) mallopt.invokeExact(MMAP_THRESHOLD, LARGE_BYTES));
    }
  }
}
