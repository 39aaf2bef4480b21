package io.tintype.vips;

import io.tintype.imaging.Box;
import io.tintype.imaging.Kernel;
import io.tintype.imaging.Size;
import io.tintype.imaging.Turning;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.UnaryOperator;

/// A picture in libvips, mostly one that is worked out when its pixels are needed. Every operation
/// gives a new image, which belongs to the same scope unless it is moved with [#in].
@SuppressWarnings("restricted") // native access is what this is for
record Image(Scope scope, MemorySegment pointer) {

  // VipsBandFormat; those before FLOAT are of whole numbers
  static final int UCHAR = 0;
  static final int FLOAT = 6;

  // VipsExtend
  private static final int COPY = 1;

  // VipsInterpretation
  static final int CMYK = 15;
  static final int LABS = 21;
  static final int SRGB = 22;

  private Bindings bindings() {
    return scope.vips().bindings();
  }

  /// The same image, whose next operations belong to another scope.
  Image in(Scope other) {
    return new Image(other, pointer);
  }

  Image run(String operation, UnaryOperator<Call> arguments) {
    try (Call call = scope.vips().call(operation)) {
      return arguments.apply(call.with("in", this)).image(scope);
    }
  }

  int width() {
    return Native.integer(() -> (int) bindings().width.handle().invokeExact(pointer));
  }

  int height() {
    return Native.integer(() -> (int) bindings().height.handle().invokeExact(pointer));
  }

  Size size() {
    return new Size(width(), height());
  }

  int bands() {
    return Native.integer(() -> (int) bindings().bands.handle().invokeExact(pointer));
  }

  /// A `VipsBandFormat`.
  int format() {
    return Native.integer(() -> (int) bindings().format.handle().invokeExact(pointer));
  }

  /// A `VipsInterpretation`.
  int interpretation() {
    return Native.integer(() -> (int) bindings().interpretation.handle().invokeExact(pointer));
  }

  boolean alpha() {
    return Native.integer(() -> (int) bindings().hasAlpha.handle().invokeExact(pointer)) != 0;
  }

  /// Whether libvips knows a way from these numbers to colours.
  boolean hasColours() {
    return Native.integer(() -> (int) bindings().hasColours.handle().invokeExact(pointer)) != 0;
  }

  boolean hasProfile() {
    return Metadata.has(this, Metadata.ICC);
  }

  /// Whether the file has a coarse picture first, which finer ones complete.
  boolean interlaced() {
    return Metadata.has(this, Metadata.INTERLACED);
  }

  Image crop(Box box) {
    if (box.equals(Box.of(size()))) {
      return this;
    }
    try (Call call = scope.vips().call("extract_area")) {
      return call.with("input", this)
          .with("left", box.left())
          .with("top", box.top())
          .with("width", box.width())
          .with("height", box.height())
          .image(scope);
    }
  }

  Image bandsFrom(int first, int count) {
    return run("extract_band", call -> call.with("band", first).with("n", count));
  }

  Image cast(int format) {
    return format() == format ? this : run("cast", call -> call.with("format", format));
  }

  /// Multiplies by alpha, in the same number format.
  Image premultiplied() {
    return alpha() ? run("premultiply", call -> call).nearest(format()) : this;
  }

  Image unpremultiplied() {
    return alpha() ? run("unpremultiply", call -> call).nearest(format()) : this;
  }

  /// The nearest whole number, except in formats with fractions, where white may be 1.
  private Image nearest(int format) {
    return (format < FLOAT ? rounded() : this).cast(format);
  }

  /// To the nearest whole number; [#cast] alone cuts fractions off.
  Image rounded() {
    return run("round", call -> call.with("round", 0));
  }

  /// Exactly that large, whatever the shape.
  Image resized(Size target) {
    return resized(target, Kernel.LANCZOS3);
  }

  Image resized(Size target, Kernel kernel) {
    Size now = size();
    if (now.equals(target)) {
      return this;
    }
    double across = (double) target.width() / now.width();
    double down = (double) target.height() / now.height();
    if (kernel == Kernel.NEAREST) {
      return scaled(across, down, kernel).exactly(target);
    }
    Image reduced = this;
    if (across < 1 || down < 1) {
      var smaller =
          new Size(Math.min(now.width(), target.width()), Math.min(now.height(), target.height()));
      reduced = scaled(Math.min(1, across), Math.min(1, down), kernel).exactly(smaller);
    }
    String interpolator = kernel == Kernel.LINEAR ? "bilinear" : "bicubic";
    return across > 1 || down > 1 ? reduced.enlarged(target, interpolator) : reduced;
  }

  private Image scaled(double across, double down, Kernel kernel) {
    return run(
        "resize",
        call -> call.with("scale", across).with("vscale", down).with("kernel", number(kernel)));
  }

  /// A `VipsKernel`.
  private static int number(Kernel kernel) {
    return switch (kernel) {
      case NEAREST -> 0;
      case LINEAR -> 1;
      case CUBIC -> 2;
      case MITCHELL -> 3;
      case LANCZOS2 -> 4;
      case LANCZOS3 -> 5;
      case MKS2013 -> 6;
      case MKS2021 -> 7;
    };
  }

  /// About the middles of pixels. What libvips's `resize` enlarges lies half a pixel further right
  /// and below, and where one side stays as it is, that one is blurred.
  private Image enlarged(Size target, String interpolator) {
    double across = (double) target.width() / width();
    double down = (double) target.height() / height();
    return run(
        "affine",
        call ->
            call.with("matrix", new double[] {across, 0, 0, down})
                .withInterpolator(interpolator)
                .with("oarea", "0 0 " + target.width() + " " + target.height())
                .with("odx", (across - 1) / 2)
                .with("ody", (down - 1) / 2)
                .with("extend", COPY)
                .with("premultiplied", true));
  }

  /// Averages squares of four pixels; an odd one at the right or below counts as a whole one.
  Image halved() {
    return run("shrink", call -> call.with("hshrink", 2.0).with("vshrink", 2.0).with("ceil", true));
  }

  /// A pixel more or less where an operation has rounded otherwise.
  private Image exactly(Size target) {
    if (size().equals(target)) {
      return this;
    }
    return embedded(new Box(0, 0, target.width(), target.height()), COPY, new double[0]);
  }

  /// The image at left, top of the box, which is as large as the result.
  ///
  /// @param extend a `VipsExtend`
  Image embedded(Box box, int extend, double[] background) {
    return run(
        "embed",
        call -> {
          call.with("x", box.left())
              .with("y", box.top())
              .with("width", box.width())
              .with("height", box.height())
              .with("extend", extend);
          return background.length == 0 ? call : call.with("background", background);
        });
  }

  /// With so many pixels more at each side.
  ///
  /// @param extend a `VipsExtend`
  Image bordered(int pixels, int extend) {
    var box = new Box(pixels, pixels, width() + 2 * pixels, height() + 2 * pixels);
    return embedded(box, extend, new double[0]);
  }

  /// With so many pixels less at each side.
  Image without(int pixels) {
    return crop(new Box(pixels, pixels, width() - 2 * pixels, height() - 2 * pixels));
  }

  /// Sample by sample; a picture of one band is added to each band.
  Image plus(Image other) {
    try (Call call = scope.vips().call("add")) {
      return call.with("left", this).with("right", other).image(scope);
    }
  }

  /// @param turns clockwise quarters, 0..3, which is also a `VipsAngle`
  Image turned(int turns) {
    return turns == 0 ? this : run("rot", call -> call.with("angle", turns));
  }

  Image mirrored() {
    return run("flip", call -> call.with("direction", 0));
  }

  Image upsideDown() {
    return run("flip", call -> call.with("direction", 1));
  }

  Image seen(Turning turning) {
    return (turning.mirrored() ? mirrored() : this).turned(turning.turns());
  }

  /// `a * in + b`, one of each for every band.
  Image linear(double[] a, double[] b) {
    return run("linear", call -> call.with("a", a).with("b", b));
  }

  Image with(Image bands) {
    try (Call call = scope.vips().call("bandjoin")) {
      return call.with("in", List.of(this, bands)).image(scope);
    }
  }

  /// Opaque, where there is no alpha yet. Of 8-bit colours.
  Image withAlpha() {
    return alpha() ? this : run("bandjoin_const", call -> call.with("c", new double[] {255}));
  }

  /// Works all pixels out, now.
  Image inMemory() {
    MemorySegment copy =
        Native.pointer(() -> (MemorySegment) bindings().copyMemory.handle().invokeExact(pointer));
    if (copy.address() == 0) {
      throw scope.vips().failure("copy_memory");
    }
    return scope.own(copy);
  }

  /// The same pixels of 8-bit sRGB without anything that libvips carries along with an image, such
  /// as single EXIF values, which savers would write.
  Image bare() {
    MemorySegment data =
        Native.pointer(
            () -> (MemorySegment) bindings().data.handle().invokeExact(inMemory().pointer));
    if (data.address() == 0) {
      throw scope.vips().failure("get_data");
    }
    return from(scope, data, size(), bands())
        .run("copy", call -> call.with("interpretation", SRGB));
  }

  /// The pixels as a copy that may be written to, now. Of 8-bit sRGB.
  PixelMemory memory() {
    // Only what is worked out anew is a copy; an image in memory would be given as it is.
    Image copy = run("copy", call -> call.with("interpretation", SRGB)).inMemory();
    MemorySegment pixels =
        Native.pointer(() -> (MemorySegment) bindings().data.handle().invokeExact(copy.pointer));
    if (pixels.address() == 0) {
      throw scope.vips().failure("get_data");
    }
    return PixelMemory.of(copy, pixels);
  }

  /// All samples, band after band, pixel after pixel, row after row.
  byte[] samples() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment length = arena.allocate(ValueLayout.JAVA_LONG);
      MemorySegment data =
          Native.pointer(
              () -> (MemorySegment) bindings().toMemory.handle().invokeExact(pointer, length));
      if (data.address() == 0) {
        throw scope.vips().failure("write_to_memory");
      }
      byte[] copy =
          data.reinterpret(length.get(ValueLayout.JAVA_LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
      Native.run(
          () -> {
            bindings().free.handle().invokeExact(data);
          });
      return copy;
    }
  }

  /// Pictures of one size, one below the other.
  static Image column(Scope scope, List<Image> images) {
    try (Call call = scope.vips().call("arrayjoin")) {
      return call.with("in", images).with("across", 1).image(scope);
    }
  }

  /// From samples of 8 bits, which are copied.
  static Image of(Scope scope, byte[] samples, Size size, int bands) {
    try (Arena arena = Arena.ofConfined()) {
      return from(scope, arena.allocateFrom(ValueLayout.JAVA_BYTE, samples), size, bands);
    }
  }

  /// @param data is copied
  private static Image from(Scope scope, MemorySegment data, Size size, int bands) {
    Bindings bindings = scope.vips().bindings();
    int width = size.width();
    int height = size.height();
    long length = size.pixels() * bands;
    MemorySegment made =
        Native.pointer(
            () ->
                (MemorySegment)
                    bindings
                        .fromMemory
                        .handle()
                        .invokeExact(data, length, width, height, bands, UCHAR));
    if (made.address() == 0) {
      throw scope.vips().failure("new_from_memory");
    }
    return scope.own(made);
  }

  static Image matrix(Scope scope, int width, int height, double[] numbers) {
    Bindings bindings = scope.vips().bindings();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment data = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, numbers);
      MemorySegment made =
          Native.pointer(
              () ->
                  (MemorySegment)
                      bindings.matrix.handle().invokeExact(width, height, data, numbers.length));
      if (made.address() == 0) {
        throw scope.vips().failure("new_matrix");
      }
      return scope.own(made);
    }
  }
}
