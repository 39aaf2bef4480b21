package io.tintype.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.util.List;

/// Links the kinds of functions that every picture needs on a thread of its own, while the library
/// is loaded and a first picture is looked at. The JDK keeps the code that it makes for a kind, so
/// that functions of that kind are linked at once afterwards; one that is missing here is linked
/// when it is needed.
final class EarlyLinking {

  /// In the order in which they are needed.
  private static final List<FunctionDescriptor> KINDS =
      List.of(
          FunctionDescriptor.of(JAVA_LONG),
          FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT),
          FunctionDescriptor.of(JAVA_INT, ADDRESS),
          FunctionDescriptor.of(JAVA_INT, JAVA_INT),
          FunctionDescriptor.ofVoid(JAVA_INT),
          FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT),
          FunctionDescriptor.of(ADDRESS, ADDRESS),
          FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG),
          FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG),
          FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS),
          FunctionDescriptor.ofVoid(ADDRESS),
          FunctionDescriptor.ofVoid(ADDRESS, ADDRESS),
          FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS),
          FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS),
          FunctionDescriptor.ofVoid(ADDRESS, JAVA_DOUBLE),
          FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));

  private EarlyLinking() {}

  static void start() {
    Thread.ofPlatform().daemon().name("vips-linking").start(EarlyLinking::link);
  }

  @SuppressWarnings("restricted") // native access is what this is for
  private static void link() {
    Linker linker = Linker.nativeLinker();
    for (FunctionDescriptor kind : KINDS) {
      var unused = linker.downcallHandle(kind);
    }
  }
}
