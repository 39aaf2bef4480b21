import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Fetches libvips for this machine and for both Lambda architectures with npm, as the lock file
/// beside this file says, and packs the Lambda layers. Run by the build, in the folder `native`.
///
/// Without npm, or where it can't reach its registry, the build goes on without the library: this
/// says so in one line.
final class NativeLibraries {

  private static final Path TARGET = Path.of("target");

  /// Where this machine's library lies, so that nobody else has to know how npm lays it out.
  private static final Path HERE = TARGET.resolve("here");

  /// What Lambda takes for a layer that is uploaded directly.
  private static final long MOST_BYTES = 50_000_000;

  /// @param os and cpu as npm calls them
  private record Platform(String os, String cpu) {

    String name() {
      return os + "-" + cpu;
    }

    Path folder() {
      return TARGET.resolve(name());
    }

    Path modules() {
      return folder().resolve("node_modules/@img/sharp-libvips-" + name());
    }
  }

  private static final Platform X64 = new Platform("linux", "x64");
  private static final Platform ARM64 = new Platform("linux", "arm64");

  public static void main(String[] arguments) throws IOException, InterruptedException {
    // The times in a zip are local ones.
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    Files.createDirectories(TARGET);
    Platform here = here();
    for (Platform platform : Stream.of(X64, ARM64, here).distinct().toList()) {
      String problem = fetch(platform);
      if (!problem.isEmpty()) {
        System.out.println(
            "[vips] no libvips for "
                + platform.name()
                + " ("
                + problem
                + "): the engine vips is left out, its layers are empty, thumbnailator is used");
        Files.deleteIfExists(HERE);
        packNothing("vips-layer-x86_64.zip");
        packNothing("vips-layer-arm64.zip");
        return;
      }
    }
    link(here);
    pack(X64, "vips-layer-x86_64.zip");
    pack(ARM64, "vips-layer-arm64.zip");
    System.out.println("[vips] libvips for " + here.name() + " and two Lambda layers are there");
  }

  private static Platform here() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String architecture = System.getProperty("os.arch");
    return new Platform(
        name.startsWith("mac") ? "darwin" : "linux",
        architecture.equals("aarch64") ? "arm64" : "x64");
  }

  private static void link(Platform here) throws IOException {
    Files.deleteIfExists(HERE);
    Files.createSymbolicLink(HERE, TARGET.relativize(here.modules().resolve("lib")));
  }

  /// Empty when the library is there, else what is in the way.
  private static String fetch(Platform platform) throws IOException, InterruptedException {
    if (present(platform)) {
      return "";
    }
    Files.createDirectories(platform.folder());
    for (String file : List.of("package.json", "package-lock.json")) {
      Files.copy(
          Path.of(file), platform.folder().resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Path log = platform.folder().resolve("npm.log");
    try {
      int status =
          new ProcessBuilder(
                  "npm",
                  "ci",
                  "--ignore-scripts",
                  "--no-audit",
                  "--no-fund",
                  "--os=" + platform.os(),
                  "--cpu=" + platform.cpu(),
                  "--libc=glibc")
              .directory(platform.folder().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      return status == 0 && present(platform) ? "" : "npm ci failed, see " + log.toAbsolutePath();
    } catch (IOException e) {
      return "there is no npm";
    }
  }

  private static boolean present(Platform platform) throws IOException {
    Path manifest = platform.modules().resolve("package.json");
    return Files.exists(manifest)
        && version(manifest, "\"version\": \"")
            .equals(
                version(
                    Path.of("package.json"), "\"@img/sharp-libvips-" + platform.name() + "\": \""));
  }

  private static String version(Path file, String before) throws IOException {
    Matcher matcher =
        Pattern.compile(Pattern.quote(before) + "([^\"]+)").matcher(Files.readString(file));
    if (!matcher.find()) {
      throw new IOException("Expected " + before + " in " + file);
    }
    return matcher.group(1);
  }

  /// A layer is unpacked into /opt, and /opt/lib is on the path of libraries.
  private static void pack(Platform platform, String name) throws IOException {
    Path modules = platform.modules();
    try (FileSystem zip = emptyZip(name)) {
      for (Path library : libraries(modules.resolve("lib"))) {
        add(zip, "lib/" + library.getFileName(), library);
      }
      add(zip, "licences/libvips/README.md", modules.resolve("README.md"));
      add(zip, "licences/libvips/versions.json", modules.resolve("versions.json"));
      for (String notice : List.of("NOTICE", "LGPL-3.0.txt", "GPL-3.0.txt")) {
        add(zip, "licences/libvips/" + notice, Path.of(notice));
      }
    }
    if (Files.size(TARGET.resolve(name)) > MOST_BYTES) {
      throw new IOException(TARGET.resolve(name) + " has more than " + MOST_BYTES + " bytes");
    }
  }

  /// A template that names a file can only be deployed where that file is.
  private static void packNothing(String name) throws IOException {
    Path text = TARGET.resolve("README.txt");
    Files.writeString(text, "Built without npm, so libvips is not in here.\n");
    try (FileSystem zip = emptyZip(name)) {
      add(zip, "licences/libvips/README.txt", text);
    }
  }

  private static List<Path> libraries(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().contains(".so")).sorted().toList();
    }
  }

  private static FileSystem emptyZip(String name) throws IOException {
    Path file = TARGET.resolve(name);
    Files.deleteIfExists(file);
    return FileSystems.newFileSystem(
        file, Map.of("create", "true", "enablePosixFileAttributes", "true"));
  }

  /// With the modes that Lambda asks for, and a time of its own, so that the same files make the
  /// same layer.
  private static void add(FileSystem zip, String name, Path file) throws IOException {
    Path entry = zip.getPath(name);
    for (int names = 1; names < entry.getNameCount(); names++) {
      Path folder = entry.subpath(0, names);
      if (!Files.exists(folder)) {
        Files.createDirectory(folder);
        settle(folder, "rwxr-xr-x");
      }
    }
    Files.copy(file, entry);
    settle(entry, "rw-r--r--");
  }

  private static void settle(Path entry, String mode) throws IOException {
    Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString(mode));
    FileTime time = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    Files.getFileAttributeView(entry, BasicFileAttributeView.class).setTimes(time, time, time);
  }
}
