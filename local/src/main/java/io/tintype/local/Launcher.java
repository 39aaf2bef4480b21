package io.tintype.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Run by the build on JDK 25: writes down how to start [Main] with that same JDK, so that the
/// start command needs neither Maven's class path nor a `java` of the right version on the PATH.
final class Launcher {

  private static final List<String> FLAGS =
      List.of(
          "-Xmx2g",
          "-XX:+UseSerialGC",
          "-Djava.awt.headless=true",
          // The stack fills more than the 21 MB of classes for which the JVM first stops to
          // collect.
          "-XX:MetaspaceSize=128m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private Launcher() {}

  /// @param arguments the project's folder, and the folder to write `java` (the path of the
  ///     executable) and `launch` (its arguments) to
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
    Path target = Files.createDirectories(Path.of(arguments[1]));
    Files.writeString(
        target.resolve("java"), Path.of(System.getProperty("java.home"), "bin/java") + "\n");
    Files.writeString(
        target.resolve("launch"),
        FLAGS.stream().collect(Collectors.joining("\n"))
            + "\n-Dtintype.root=%s\n-Dtintype.vips=%s\n-cp\n%s\n%s\n"
                .formatted(
                    quoted(root.toString()),
                    quoted(root.resolve("layers/vips/native/target/here").toString()),
                    quoted(System.getProperty("java.class.path")),
                    Main.class.getName()));
  }

  /// Paths may hold spaces; java's argument files take them between quotes.
  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
