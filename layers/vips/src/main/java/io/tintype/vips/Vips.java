package io.tintype.vips;

import java.lang.foreign.MemorySegment;

/// The loaded library. Safe for use by several threads.
@SuppressWarnings("restricted") // native access is what this is for
record Vips(Bindings bindings, Allocator allocator) {

  /// @param part 0 major, 1 minor, 2 micro
  int version(int part) {
    return Native.integer(() -> (int) bindings.version.handle().invokeExact(part));
  }

  String version() {
    return version(0) + "." + version(1) + "." + version(2);
  }

  Call call(String operation) {
    return new Call(bindings, operation);
  }

  VipsFailure failure(String operation) {
    return new VipsFailure(operation + ": " + takeError(bindings));
  }

  /// What libvips has open, for tests that look for leaks.
  record Tracked(long bytes, int allocations, int files) {}

  Tracked tracked() {
    return new Tracked(
        Native.number(() -> (long) bindings.trackedMemory.handle().invokeExact()),
        Native.integer(() -> (int) bindings.trackedAllocations.handle().invokeExact()),
        Native.integer(() -> (int) bindings.trackedFiles.handle().invokeExact()));
  }

  /// Reads the buffer that all threads write to, and empties it so that it doesn't grow.
  static synchronized String takeError(Bindings bindings) {
    MemorySegment text =
        Native.pointer(() -> (MemorySegment) bindings.errorBuffer.handle().invokeExact());
    String words = text.reinterpret(MAX_ERROR).getString(0).strip();
    Native.run(
        () -> {
          bindings.errorClear.handle().invokeExact();
        });
    return words;
  }

  /// libvips keeps at most 10,000 bytes; a string that ends nowhere would be an exception.
  private static final long MAX_ERROR = 1 << 20;
}
