package io.tintype.vips;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Owns the images that are made in one piece of work and gives them back when it is closed. For
/// one thread at a time; what an image is made of may be owned by another scope that lives longer.
final class Scope implements AutoCloseable {

  private final Vips vips;
  private final List<MemorySegment> owned = new ArrayList<>();

  Scope(Vips vips) {
    this.vips = vips;
  }

  Vips vips() {
    return vips;
  }

  /// @param pointer a `VipsImage *` whose reference the scope takes over
  Image own(MemorySegment pointer) {
    owned.add(pointer);
    return new Image(this, pointer);
  }

  @Override
  public void close() {
    for (MemorySegment pointer : owned.reversed()) {
      Native.run(
          () -> {
            vips.bindings().unref.handle().invokeExact(pointer);
          });
    }
    owned.clear();
  }
}
