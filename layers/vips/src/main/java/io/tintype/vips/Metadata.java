package io.tintype.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Reads and sets what libvips carries along with an image under a name.
@SuppressWarnings("restricted") // native access is what this is for
final class Metadata {

  static final String DELAY = "delay";
  static final String LOOP = "loop";
  static final String PAGE_HEIGHT = "page-height";
  static final String EXIF = "exif-data";
  static final String XMP = "xmp-data";
  static final String IPTC = "iptc-data";
  static final String ICC = "icc-profile-data";
  static final String INTERLACED = "interlaced";

  private Metadata() {}

  static boolean has(Image image, String name) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocateFrom(name);
      return has(image, text);
    }
  }

  private static boolean has(Image image, MemorySegment name) {
    Bindings bindings = image.scope().vips().bindings();
    MemorySegment pointer = image.pointer();
    return Native.number(() -> (long) bindings.typeOf.handle().invokeExact(pointer, name)) != 0;
  }

  static int number(Image image, String name, int otherwise) {
    Bindings bindings = image.scope().vips().bindings();
    MemorySegment pointer = image.pointer();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocateFrom(name);
      MemorySegment out = arena.allocate(ValueLayout.JAVA_INT);
      if (!has(image, text)) {
        return otherwise;
      }
      int failed =
          Native.integer(() -> (int) bindings.getInt.handle().invokeExact(pointer, text, out));
      if (failed != 0) {
        throw image.scope().vips().failure(name);
      }
      return out.get(ValueLayout.JAVA_INT, 0);
    }
  }

  /// Empty when there is nothing under that name.
  static int[] numbers(Image image, String name) {
    Bindings bindings = image.scope().vips().bindings();
    MemorySegment pointer = image.pointer();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocateFrom(name);
      MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
      MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
      if (!has(image, text)) {
        return new int[0];
      }
      int failed =
          Native.integer(
              () -> (int) bindings.getInts.handle().invokeExact(pointer, text, out, count));
      if (failed != 0) {
        throw image.scope().vips().failure(name);
      }
      long bytes = count.get(ValueLayout.JAVA_INT, 0) * ValueLayout.JAVA_INT.byteSize();
      return out.get(ValueLayout.ADDRESS, 0).reinterpret(bytes).toArray(ValueLayout.JAVA_INT);
    }
  }

  /// On an image that nobody else has yet.
  static void set(Image image, String name, int value) {
    Bindings bindings = image.scope().vips().bindings();
    MemorySegment pointer = image.pointer();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocateFrom(name);
      Native.run(
          () -> {
            bindings.setInt.handle().invokeExact(pointer, text, value);
          });
    }
  }

  static void set(Image image, String name, int[] values) {
    Bindings bindings = image.scope().vips().bindings();
    MemorySegment pointer = image.pointer();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocateFrom(name);
      MemorySegment array = arena.allocateFrom(ValueLayout.JAVA_INT, values);
      Native.run(
          () -> {
            bindings.setInts.handle().invokeExact(pointer, text, array, values.length);
          });
    }
  }

  static void set(Image image, String name, byte[] block) {
    Bindings bindings = image.scope().vips().bindings();
    MemorySegment pointer = image.pointer();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocateFrom(name);
      MemorySegment data = arena.allocateFrom(ValueLayout.JAVA_BYTE, block);
      long length = block.length;
      Native.run(
          () -> {
            bindings.setBlob.handle().invokeExact(pointer, text, data, length);
          });
    }
  }
}
