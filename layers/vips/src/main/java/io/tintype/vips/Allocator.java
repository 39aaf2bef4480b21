package io.tintype.vips;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.tintype.imaging.Size;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/// The C library's allocator, which libvips takes its memory from. glibc's keeps blocks of up to
/// 32 MB for the next picture, which is fast, but what it keeps is there beside what a very large
/// picture needs.
///
/// @param trim glibc's `int malloc_trim(size_t pad)`; other C libraries have none
record Allocator(Optional<Function> trim) {

  /// What such a picture needs, as a progressive JPEG, is a quarter of a gigabyte; and to decode it
  /// takes a hundred times as long as giving memory back.
  private static final long LARGE_PIXELS = 40_000_000;

  /// @param symbols of a library that stands on the C library
  static Allocator of(SymbolLookup symbols) {
    FunctionDescriptor descriptor = FunctionDescriptor.of(JAVA_INT, JAVA_LONG);
    return new Allocator(
        symbols.find("malloc_trim").map(address -> new Function(address, descriptor)));
  }

  /// Gives back to the system what is free, before a picture is decoded that needs much.
  void makeRoom(Size size) {
    if (size.pixels() >= LARGE_PIXELS && trim.isPresent()) {
      Function present = trim.get();
      var unused = Native.integer(() -> (int) present.handle().invokeExact(0L));
    }
  }
}
