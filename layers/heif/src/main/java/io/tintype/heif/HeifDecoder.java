package io.tintype.heif;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decodes HEIF of 8 and 10 bits with libheif and libde265, where they are installed. Safe for use
/// by several threads.
public final class HeifDecoder {

  private static final String FILE = "libheif.so.1";

  /// What every function used here exists since.
  private static final int OLDEST_MINOR = 12;

  /// `heif_compression_HEVC`
  private static final int HEVC = 1;

  private final SymbolLookup library;
  private @Nullable Bindings bindings;

  private HeifDecoder(SymbolLookup library) {
    this.library = library;
  }

  /// Whether the decoder is there.
  public sealed interface Library {

    /// @param version of libheif, such as `1.15`
    record Loaded(HeifDecoder decoder, String version) implements Library {}

    /// @param cause for people, without a full stop
    record Missing(String cause) implements Library {}
  }

  /// Looks for the file that the system property `tintype.heif` names, or else for `libheif.so.1`
  /// in `/opt/lib` (a Lambda layer) and where the system looks for libraries.
  public static Library load() {
    String named = System.getProperty("tintype.heif");
    return load(named == null ? List.of("/opt/lib/" + FILE, FILE) : List.of(named));
  }

  /// @param files paths, or names that the system's loader finds; the first that can be used counts
  static Library load(List<String> files) {
    List<String> problems = new ArrayList<>();
    for (String file : files) {
      try {
        return checked(lookup(file), file);
      } catch (IllegalArgumentException | LinkageError e) {
        problems.add(file + " can't be used (" + e.getMessage() + ")");
      }
    }
    return new Library.Missing("libheif with libde265 is missing: " + String.join(", ", problems));
  }

  @SuppressWarnings("restricted") // native access is what this is for
  private static SymbolLookup lookup(String file) {
    return file.contains("/")
        ? SymbolLookup.libraryLookup(Path.of(file), Arena.global())
        : SymbolLookup.libraryLookup(file, Arena.global());
  }

  private static Library checked(SymbolLookup library, String file) {
    int major = number(library, "heif_get_version_number_major");
    int minor = number(library, "heif_get_version_number_minor");
    String version = major + "." + minor;
    if (major != 1 || minor < OLDEST_MINOR) {
      return new Library.Missing(
          file + " is libheif " + version + ", expected 1." + OLDEST_MINOR + " or newer of 1.x");
    }
    MethodHandle decodes =
        Native.function(library, JAVA_INT, "heif_have_decoder_for_format", JAVA_INT);
    if (Native.integer(() -> (int) decodes.invokeExact(HEVC)) == 0) {
      return new Library.Missing(file + " has no decoder for HEVC, which libde265 is");
    }
    return new Library.Loaded(new HeifDecoder(library), version);
  }

  /// `int f(void)`
  private static int number(SymbolLookup library, String function) {
    MethodHandle handle = Native.function(library, JAVA_INT, function);
    return Native.integer(() -> (int) handle.invokeExact());
  }

  /// Linked for the first picture, because many functions never see one that is HEIF.
  private synchronized Bindings bindings() {
    Bindings present = bindings;
    if (present == null) {
      present = new Bindings(library);
      bindings = present;
    }
    return present;
  }

  /// The primary picture, upright, as an uncompressed TIFF of 8 bits with the profile of the
  /// original. The buffer lies outside of the heap and goes when nobody has it any more.
  ///
  /// @throws TintypeException CORRUPT when it can't be decoded or is not as large as its header
  ///     says, UNSUPPORTED when libheif doesn't know its kind, TOO_LARGE without enough memory
  public ByteBuffer tiff(Source source, SourceInfo info) {
    try (var file = new HeifFile(bindings(), source, info)) {
      return file.tiff();
    }
  }
}
