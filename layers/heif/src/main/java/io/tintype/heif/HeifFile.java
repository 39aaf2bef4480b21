package io.tintype.heif;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.ByteBuffer;

/// One file that is open in libheif. For one thread.
@SuppressWarnings("restricted") // native access is what this is for
final class HeifFile implements AutoCloseable {

  // heif_colorspace, heif_chroma and heif_channel
  private static final int RGB = 1;
  private static final int INTERLEAVED_RGB = 10;
  private static final int INTERLEAVED_RGBA = 11;
  private static final int INTERLEAVED = 10;

  // heif_error_code
  private static final int OK = 0;
  private static final int UNSUPPORTED_FILETYPE = 3;
  private static final int UNSUPPORTED_FEATURE = 4;
  private static final int MEMORY = 6;

  /// Larger than any message.
  private static final long LONGEST_MESSAGE = 1 << 16;

  /// No profile is larger; a file may claim so.
  private static final long LARGEST_PROFILE = 4_000_000;

  private final Bindings bindings;
  private final SourceInfo info;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment context;
  private MemorySegment handle = MemorySegment.NULL;
  private MemorySegment image = MemorySegment.NULL;

  HeifFile(Bindings bindings, Source source, SourceInfo info) {
    this.bindings = bindings;
    this.info = info;
    this.context = Native.pointer(() -> (MemorySegment) bindings.contextNew.invokeExact());
    try {
      open(source);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void open(Source source) {
    // A decoder is given what the header promised, and not much more.
    int side = Math.max(info.size().width(), info.size().height()) + 64;
    Native.run(
        () -> {
          bindings.limitSize.invokeExact(context, side);
        });
    MemorySegment bytes = segment(source);
    require(
        allocator ->
            (MemorySegment)
                bindings.read.invokeExact(
                    allocator, context, bytes, bytes.byteSize(), MemorySegment.NULL));
    MemorySegment out = arena.allocate(ADDRESS);
    require(allocator -> (MemorySegment) bindings.primary.invokeExact(allocator, context, out));
    handle = out.get(ADDRESS, 0);
  }

  private MemorySegment segment(Source source) {
    ByteBuffer buffer = source.buffer();
    if (buffer.isDirect()) {
      return MemorySegment.ofBuffer(buffer);
    }
    MemorySegment copy = arena.allocate(Math.max(1, buffer.remaining()));
    return copy.copyFrom(MemorySegment.ofBuffer(buffer)).asSlice(0, buffer.remaining());
  }

  ByteBuffer tiff() {
    boolean alpha = Native.integer(() -> (int) bindings.hasAlpha.invokeExact(handle)) != 0;
    boolean multiplied =
        alpha && Native.integer(() -> (int) bindings.multiplied.invokeExact(handle)) != 0;
    decode(alpha ? INTERLEAVED_RGBA : INTERLEAVED_RGB);
    Size size = requireSize();
    MemorySegment stride = arena.allocate(JAVA_INT);
    MemorySegment plane =
        Native.pointer(
            () -> (MemorySegment) bindings.plane.invokeExact(image, INTERLEAVED, stride));
    long step = stride.get(JAVA_INT, 0);
    var tiff = new Tiff(size, alpha ? 4 : 3, multiplied, profile());
    return tiff.write(plane.reinterpret(step * size.height()), step);
  }

  private void decode(int chroma) {
    MemorySegment options = Native.pointer(() -> (MemorySegment) bindings.optionsNew.invokeExact());
    try {
      if (options.get(JAVA_BYTE, Bindings.OPTIONS_VERSION) >= 3) {
        options.set(JAVA_BYTE, Bindings.OPTIONS_TO_8_BITS, (byte) 1);
        options.set(JAVA_BYTE, Bindings.OPTIONS_STRICT, (byte) 1);
      }
      MemorySegment out = arena.allocate(ADDRESS);
      require(
          allocator ->
              (MemorySegment)
                  bindings.decode.invokeExact(allocator, handle, out, RGB, chroma, options));
      image = out.get(ADDRESS, 0);
    } finally {
      Native.run(
          () -> {
            bindings.optionsFree.invokeExact(options);
          });
    }
  }

  private Size requireSize() {
    int width = Native.integer(() -> (int) bindings.width.invokeExact(image, INTERLEAVED));
    int height = Native.integer(() -> (int) bindings.height.invokeExact(image, INTERLEAVED));
    Size expected = info.size();
    if (width != expected.width() || height != expected.height()) {
      throw new TintypeException(
          Reason.CORRUPT,
          "Expected a picture of "
              + expected
              + " as its header says but found "
              + width
              + "x"
              + height);
    }
    return expected;
  }

  /// Empty where there is none, or none that can be had.
  private byte[] profile() {
    long size = Native.number(() -> (long) bindings.profileSize.invokeExact(handle));
    if (size < 1 || size > LARGEST_PROFILE) {
      return new byte[0];
    }
    MemorySegment data = arena.allocate(size);
    int code =
        code(allocator -> (MemorySegment) bindings.profile.invokeExact(allocator, handle, data));
    return code == OK ? data.toArray(JAVA_BYTE) : new byte[0];
  }

  @FunctionalInterface
  private interface Failing {
    MemorySegment call(SegmentAllocator forError) throws Throwable;
  }

  private int code(Failing call) {
    return error(call).get(JAVA_INT, 0);
  }

  private MemorySegment error(Failing call) {
    return Native.pointer(() -> call.call((SegmentAllocator) arena));
  }

  private void require(Failing call) {
    MemorySegment error = error(call);
    int code = error.get(JAVA_INT, 0);
    if (code == OK) {
      return;
    }
    MemorySegment text = error.get(ADDRESS, 8);
    String words =
        text.address() == 0 ? "" : text.reinterpret(LONGEST_MESSAGE).getString(0).strip();
    var cause = new IllegalStateException("libheif: " + words);
    throw switch (code) {
      case UNSUPPORTED_FILETYPE, UNSUPPORTED_FEATURE ->
          new TintypeException(Reason.UNSUPPORTED, "HEIF of this kind can't be read here", cause);
      case MEMORY ->
          new TintypeException(
              Reason.TOO_LARGE, "The picture needs more memory than there is", cause);
      default ->
          new TintypeException(Reason.CORRUPT, "The picture is damaged or ends too early", cause);
    };
  }

  @Override
  public void close() {
    Native.run(
        () -> {
          if (image.address() != 0) {
            bindings.imageFree.invokeExact(image);
          }
          if (handle.address() != 0) {
            bindings.handleFree.invokeExact(handle);
          }
          bindings.contextFree.invokeExact(context);
        });
    arena.close();
  }
}
