package io.tintype.vips;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// A C function, linked when it is first called. To link one takes milliseconds, as long as a small
/// picture, and most pictures need less than half of those there are. Safe for use by several
/// threads.
final class Function {

  private static final Linker LINKER = Linker.nativeLinker();

  private final MemorySegment address;
  private final FunctionDescriptor descriptor;

  // Threads that don't see each other's handle link one each, of which any will do.
  private @Nullable MethodHandle linked;

  Function(MemorySegment address, FunctionDescriptor descriptor) {
    this.address = address;
    this.descriptor = descriptor;
  }

  @SuppressWarnings("restricted") // native access is what this is for
  MethodHandle handle() {
    MethodHandle present = linked;
    if (present == null) {
      present = LINKER.downcallHandle(address, descriptor);
      linked = present;
    }
    return present;
  }
}
