package io.tintype.vips;

import io.tintype.imaging.Source;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/// The bytes of a source where native threads can read them. Closed only after the images that are
/// read from them are gone.
///
/// @param arena shared, because decoders and encoders run on threads of their own
record NativeBytes(Arena arena, MemorySegment segment) implements AutoCloseable {

  static NativeBytes of(Source source) {
    ByteBuffer buffer = source.buffer();
    Arena arena = Arena.ofShared();
    if (buffer.isDirect()) {
      return new NativeBytes(arena, MemorySegment.ofBuffer(buffer));
    }
    // One byte at least: an allocation of nothing has no address.
    MemorySegment copy = arena.allocate(Math.max(1, buffer.remaining()), 16);
    MemorySegment segment = copy.asSlice(0, buffer.remaining());
    segment.copyFrom(MemorySegment.ofBuffer(buffer));
    return new NativeBytes(arena, segment);
  }

  @Override
  public void close() {
    arena.close();
  }
}
