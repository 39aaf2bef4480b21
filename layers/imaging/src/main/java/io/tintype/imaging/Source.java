package io.tintype.imaging;

import java.nio.ByteBuffer;

/// The bytes of one image file, on or off the Java heap. Never changed; safe for use by several
/// threads.
public final class Source {

  private final ByteBuffer bytes;

  private Source(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /// The array is not copied: it may not be changed afterwards.
  public static Source of(byte[] bytes) {
    return new Source(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
  }

  /// From the buffer's position to its limit; the content may not be changed afterwards.
  public static Source of(ByteBuffer bytes) {
    return new Source(bytes.slice().asReadOnlyBuffer());
  }

  /// A read-only view of all bytes with a position of its own, big-endian.
  public ByteBuffer buffer() {
    return bytes.duplicate();
  }

  public int size() {
    return bytes.limit();
  }
}
