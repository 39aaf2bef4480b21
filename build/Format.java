import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// When the last run found everything in order; only what has changed since is looked at again.
static final Path STAMP = Path.of("target/format.stamp");

/// Holds every Java file of the project to google-java-format. `check` names the files that differ and fails; `write`
/// rewrites them. Run by the root pom on JDK 25, because a formatter inside an older Maven can't read this code.
void main(String[] arguments) throws Exception {
  boolean write = arguments.length == 1 && arguments[0].equals("write");
  var formatter = new Formatter();
  List<Path> differing = new ArrayList<>();
  FileTime last = lastRun();
  var now = FileTime.from(Instant.now());
  for (Path file : sources(Path.of(""))) {
    if (Files.getLastModifiedTime(file).compareTo(last) < 0) {
      continue;
    }
    String text = Files.readString(file);
    refuseLongDocs(file, text);
    String formatted = formatter.formatSourceAndFixImports(text);
    if (!formatted.equals(text)) {
      differing.add(file);
      if (write) {
        Files.writeString(file, formatted);
      }
    }
  }
  if (!write && !differing.isEmpty()) {
    differing.forEach(file -> IO.println("not formatted: " + file));
    IO.println("put right with: mvn -N validate -Dformat=write");
    System.exit(1);
  }
  Files.writeString(STAMP, "");
  Files.setLastModifiedTime(STAMP, now);
}

/// The beginning of time where nothing is known, or where the formatter itself may have changed.
FileTime lastRun() throws IOException {
  FileTime never = FileTime.fromMillis(0);
  if (!Files.exists(STAMP)) {
    return never;
  }
  FileTime last = Files.getLastModifiedTime(STAMP);
  for (Path rule : List.of(Path.of("pom.xml"), Path.of("build/Format.java"))) {
    if (Files.getLastModifiedTime(rule).compareTo(last) > 0) {
      return never;
    }
  }
  return last;
}

/// The formatter would break such a line into a doc comment and a plain one.
void refuseLongDocs(Path file, String text) {
  List<String> lines = text.lines().toList();
  for (int i = 0; i < lines.size(); i++) {
    if (lines.get(i).length() > 100 && lines.get(i).strip().startsWith("///")) {
      IO.println("%s:%d: wrap this /// line, it is longer than 100".formatted(file, i + 1));
      System.exit(1);
    }
  }
}

List<Path> sources(Path root) throws IOException {
  try (var files = Files.walk(root)) {
    return files
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> !file.toString().contains("target/") && !file.toString().contains("node_modules/"))
        .filter(file -> !file.startsWith("build"))
        .sorted()
        .toList();
  }
}
