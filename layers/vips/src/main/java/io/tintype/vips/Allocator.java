package io.tintype.vips;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.tintype.imaging.Size;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Map;
import java.util.Optional;

/// The C library's allocator, which libvips takes its memory from. glibc's is made to keep what one
/// picture needed for the next one. Left to itself it gives most back to the system, which clears
/// it page by page when it is asked for again: a tenth of the time of a progressive JPEG.
///
/// @param trim glibc's `int malloc_trim(size_t pad)`; other C libraries have none
record Allocator(Optional<Function> trim) {

  /// Parameters of `mallopt`, in glibc's `malloc.h`.
  private static final int M_TRIM_THRESHOLD = -1;

  private static final int M_TOP_PAD = -2;
  private static final int M_MMAP_THRESHOLD = -3;

  /// As large as blocks can be that glibc keeps at all.
  private static final int KEPT_BLOCK = 32 << 20;

  /// What a thread's arena grows by. With so much to spare it is kept when it is empty.
  private static final int ARENA_STEP = 64 << 20;

  /// What an arena keeps, which is what a progressive JPEG of 40 megapixels needs.
  private static final int KEPT_BYTES = 128 << 20;

  /// From here on a progressive JPEG needs more than is kept, beside which it would be; and to
  /// decode it takes a hundred times as long as giving memory back.
  private static final long LARGE_PIXELS = 40_000_000;

  /// @param symbols of a library that stands on the C library
  static Allocator of(SymbolLookup symbols) {
    FunctionDescriptor trim = FunctionDescriptor.of(JAVA_INT, JAVA_LONG);
    symbols.find("mallopt").ifPresent(Allocator::keepMore);
    return new Allocator(symbols.find("malloc_trim").map(address -> new Function(address, trim)));
  }

  private static void keepMore(MemorySegment mallopt) {
    var set = new Function(mallopt, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    Map.of(M_MMAP_THRESHOLD, KEPT_BLOCK, M_TOP_PAD, ARENA_STEP, M_TRIM_THRESHOLD, KEPT_BYTES)
        .forEach(
            (parameter, value) -> {
              int done =
                  Native.integer(
                      () -> (int) set.handle().invokeExact((int) parameter, (int) value));
              if (done == 0) {
                throw new VipsFailure("mallopt refuses " + value + " for " + parameter);
              }
            });
  }

  /// Gives back to the system what is free, before a picture is decoded that may need much.
  void makeRoom(Size size) {
    if (size.pixels() >= LARGE_PIXELS && trim.isPresent()) {
      Function present = trim.get();
      var unused = Native.integer(() -> (int) present.handle().invokeExact(0L));
    }
  }
}
