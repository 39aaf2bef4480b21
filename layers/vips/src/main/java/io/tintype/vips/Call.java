package io.tintype.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// One call of a libvips operation by name, with named arguments, as pyvips does it: every argument
/// is a property of the operation object, and GObject converts an `int` to the enum that is meant.
/// For one thread and one run; closing it frees everything but the result.
@SuppressWarnings("restricted") // native access is what this is for
final class Call implements AutoCloseable {

  /// `sizeof(GValue)` on every platform of 64 bits.
  private static final long VALUE_BYTES = 24;

  // The fundamental types of GLib (gtype.h): number << 2.
  private static final long BOOLEAN = 5 << 2;
  private static final long INT = 6 << 2;
  private static final long DOUBLE = 15 << 2;
  private static final long STRING = 16 << 2;

  private final Bindings bindings;
  private final String name;
  private final Arena arena = Arena.ofConfined();
  private MemorySegment operation;

  Call(Bindings bindings, String name) {
    this.bindings = bindings;
    this.name = name;
    MemorySegment text = arena.allocateFrom(name);
    this.operation =
        Native.pointer(() -> (MemorySegment) bindings.operationNew.handle().invokeExact(text));
    if (operation.address() == 0) {
      arena.close();
      throw new VipsFailure(name + ": " + Vips.takeError(bindings));
    }
  }

  @FunctionalInterface
  private interface Setting {
    void into(MemorySegment value) throws Throwable;
  }

  private Call with(String argument, long type, Setting setting) {
    MemorySegment value = value(type);
    MemorySegment property = arena.allocateFrom(argument);
    Native.run(
        () -> {
          setting.into(value);
          bindings.setProperty.handle().invokeExact(operation, property, value);
          bindings.valueUnset.handle().invokeExact(value);
        });
    return this;
  }

  private MemorySegment value(long type) {
    MemorySegment value = arena.allocate(VALUE_BYTES, 8);
    Native.pointer(() -> (MemorySegment) bindings.valueInit.handle().invokeExact(value, type));
    return value;
  }

  /// A number, an enum or flags.
  Call with(String argument, int number) {
    return with(
        argument,
        INT,
        value -> {
          bindings.valueSetInt.handle().invokeExact(value, number);
        });
  }

  Call with(String argument, double number) {
    return with(
        argument,
        DOUBLE,
        value -> {
          bindings.valueSetDouble.handle().invokeExact(value, number);
        });
  }

  Call with(String argument, boolean yes) {
    return with(
        argument,
        BOOLEAN,
        value -> {
          bindings.valueSetBoolean.handle().invokeExact(value, yes ? 1 : 0);
        });
  }

  Call with(String argument, String words) {
    MemorySegment text = arena.allocateFrom(words);
    return with(
        argument,
        STRING,
        value -> {
          bindings.valueSetString.handle().invokeExact(value, text);
        });
  }

  Call with(String argument, Image image) {
    MemorySegment pointer = image.pointer();
    return with(
        argument,
        bindings.imageType,
        value -> {
          bindings.valueSetObject.handle().invokeExact(value, pointer);
        });
  }

  Call with(String argument, double[] numbers) {
    MemorySegment array = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, numbers);
    return with(
        argument,
        bindings.doublesType,
        value -> {
          bindings.valueSetDoubles.handle().invokeExact(value, array, numbers.length);
        });
  }

  /// One of libvips's ways to find what lies between pixels, such as `bicubic`.
  Call withInterpolator(String nickname) {
    MemorySegment text = arena.allocateFrom(nickname);
    MemorySegment made =
        Native.pointer(() -> (MemorySegment) bindings.interpolatorNew.handle().invokeExact(text));
    with(
        "interpolate",
        bindings.interpolatorType,
        value -> {
          bindings.valueSetObject.handle().invokeExact(value, made);
        });
    Native.run(
        () -> {
          bindings.unref.handle().invokeExact(made);
        });
    return this;
  }

  /// The array in the value takes a reference to each image and gives it back with the value.
  Call with(String argument, List<Image> images) {
    return with(
        argument,
        bindings.imagesType,
        value -> {
          bindings.valueSetImages.handle().invokeExact(value, images.size());
          MemorySegment array =
              ((MemorySegment)
                      bindings.valueGetImages.handle().invokeExact(value, MemorySegment.NULL))
                  .reinterpret(images.size() * ValueLayout.ADDRESS.byteSize());
          for (int i = 0; i < images.size(); i++) {
            MemorySegment pointer = images.get(i).pointer();
            array.setAtIndex(
                ValueLayout.ADDRESS, i, (MemorySegment) bindings.ref.handle().invokeExact(pointer));
          }
        });
  }

  /// Memory that must stay as it is until the last image made from it is gone.
  Call withBytes(String argument, MemorySegment bytes) {
    return with(
        argument,
        bindings.blobType,
        value -> {
          bindings
              .valueSetBlob
              .handle()
              .invokeExact(value, MemorySegment.NULL, bytes, bytes.byteSize());
        });
  }

  /// Builds the operation and gives its result `out` to the scope. Pixels may be worked out only
  /// when somebody reads them.
  Image image(Scope scope) {
    return image(scope, "out");
  }

  Image image(Scope scope, String result) {
    build();
    return scope.own(result(result));
  }

  /// Builds an operation with two results.
  List<Image> images(Scope scope, String first, String second) {
    build();
    return List.of(scope.own(result(first)), scope.own(result(second)));
  }

  private MemorySegment result(String property) {
    MemorySegment value = value(bindings.imageType);
    MemorySegment text = arena.allocateFrom(property);
    return Native.pointer(
        () -> {
          bindings.getProperty.handle().invokeExact(operation, text, value);
          var object = (MemorySegment) bindings.valueGetObject.handle().invokeExact(value);
          var image = (MemorySegment) bindings.ref.handle().invokeExact(object);
          bindings.valueUnset.handle().invokeExact(value);
          return image;
        });
  }

  /// Builds a saver and copies its `buffer`.
  byte[] bytes() {
    build();
    MemorySegment value = value(bindings.blobType);
    MemorySegment text = arena.allocateFrom("buffer");
    MemorySegment length = arena.allocate(ValueLayout.JAVA_LONG);
    MemorySegment data =
        Native.pointer(
            () -> {
              bindings.getProperty.handle().invokeExact(operation, text, value);
              return (MemorySegment) bindings.valueGetBlob.handle().invokeExact(value, length);
            });
    byte[] copy =
        data.reinterpret(length.get(ValueLayout.JAVA_LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
    Native.run(
        () -> {
          bindings.valueUnset.handle().invokeExact(value);
        });
    return copy;
  }

  private void build() {
    MemorySegment built =
        Native.pointer(
            () -> (MemorySegment) bindings.operationBuild.handle().invokeExact(operation));
    if (built.address() == 0) {
      throw new VipsFailure(name + ": " + Vips.takeError(bindings));
    }
    // The built operation is a reference of its own, and may be another object.
    MemorySegment asked = operation;
    operation = built;
    Native.run(
        () -> {
          bindings.unref.handle().invokeExact(asked);
        });
  }

  @Override
  public void close() {
    Native.run(
        () -> {
          bindings.unrefOutputs.handle().invokeExact(operation);
          bindings.unref.handle().invokeExact(operation);
        });
    arena.close();
  }
}
