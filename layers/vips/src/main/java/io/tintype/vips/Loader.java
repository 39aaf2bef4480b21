package io.tintype.vips;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds libvips, loads it and sets it up, once in a process: it can be neither loaded twice nor
/// taken out again.
@SuppressWarnings("restricted") // native access is what this is for
final class Loader {

  /// `libvips-cpp.so.8.18.7` or `libvips-cpp.8.18.7.dylib` hold everything, as sharp builds it.
  private static final Pattern FILE = Pattern.compile("libvips-cpp\\.(so[.\\d]*|[.\\d]*dylib)");

  /// What every argument and operation used here exists since.
  private static final int OLDEST_MAJOR = 8;

  private static final int OLDEST_MINOR = 16;

  private static @Nullable Vips loaded;

  private Loader() {}

  /// What came of it: the library, or why there is none.
  sealed interface Result {

    record Loaded(Vips vips) implements Result {}

    record Missing(String cause) implements Result {}
  }

  /// @param folders looked through in their order; the first that has the library counts
  /// @param threads how many threads libvips uses for one picture
  static synchronized Result load(List<Path> folders, int threads) {
    Vips present = loaded;
    if (present != null) {
      return new Result.Loaded(present);
    }
    Result result = attempt(folders, threads);
    if (result instanceof Result.Loaded(Vips vips)) {
      loaded = vips;
    }
    return result;
  }

  static Result attempt(List<Path> folders, int threads) {
    Optional<Path> file = folders.stream().flatMap(folder -> find(folder).stream()).findFirst();
    if (file.isEmpty()) {
      return new Result.Missing("There is no libvips-cpp in " + names(folders));
    }
    try {
      return new Result.Loaded(initialised(file.get(), threads));
    } catch (VipsFailure | IllegalArgumentException | LinkageError e) {
      return new Result.Missing(file.get() + " can't be used: " + e.getMessage());
    }
  }

  /// Where a library lies unless somebody says otherwise: in the folder named by the system
  /// property `tintype.vips`, in a Lambda layer, or where the JVM looks for libraries.
  static List<Path> usualFolders() {
    List<Path> folders = new ArrayList<>();
    String named = System.getProperty("tintype.vips");
    if (named != null) {
      folders.add(Path.of(named));
    }
    folders.add(Path.of("/opt/lib"));
    for (String entry :
        System.getProperty("java.library.path", "")
            .split(Pattern.quote(System.getProperty("path.separator", ":")), -1)) {
      if (!entry.isEmpty() && !folders.contains(Path.of(entry))) {
        folders.add(Path.of(entry));
      }
    }
    return folders;
  }

  private static Optional<Path> find(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> FILE.matcher(file.getFileName().toString()).matches())
          .sorted()
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String names(List<Path> folders) {
    return String.join(", ", folders.stream().map(Path::toString).toList());
  }

  private static Vips initialised(Path file, int threads) {
    EarlyLinking.start();
    SymbolLookup symbols = SymbolLookup.libraryLookup(file, Arena.global());
    var library = new Bindings(symbols);
    try (Arena arena = Arena.ofConfined()) {
      // Damage is told to the caller; libvips would also print it.
      MemorySegment quiet = arena.allocateFrom("VIPS_WARNING");
      MemorySegment yes = arena.allocateFrom("1");
      Native.number(() -> (int) library.setEnvironment.handle().invokeExact(quiet, yes, 1));
      MemorySegment name = arena.allocateFrom("tintype");
      if (Native.integer(() -> (int) library.init.handle().invokeExact(name)) != 0) {
        throw new VipsFailure("libvips does not start: " + Vips.takeError(library));
      }
    }
    Vips vips = new Vips(library, Allocator.of(symbols));
    if (vips.version(0) != OLDEST_MAJOR || vips.version(1) < OLDEST_MINOR) {
      throw new VipsFailure(
          "Expected libvips "
              + OLDEST_MAJOR
              + "."
              + OLDEST_MINOR
              + " or newer of "
              + OLDEST_MAJOR
              + ".x but found "
              + vips.version());
    }
    allowSvgOnly(library);
    // Sources come and go: a cache of operations would keep them alive and find none again.
    int cached = Math.max(0, Integer.getInteger("tintype.vips.cache", 0));
    Native.run(
        () -> {
          library.cacheSetMax.handle().invokeExact(cached);
        });
    Native.run(
        () -> {
          library.concurrencySet.handle().invokeExact(threads);
        });
    return vips;
  }

  /// Of the loaders that libvips itself doesn't trust with strangers' files.
  private static void allowSvgOnly(Bindings library) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment svg = arena.allocateFrom("VipsForeignLoadSvg");
      Native.run(
          () -> {
            library.blockUntrusted.handle().invokeExact(1);
            library.blockOperation.handle().invokeExact(svg, 0);
          });
    }
  }
}
