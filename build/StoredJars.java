import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies the jars of a class path to a folder, with nothing in them compressed: the zip that Lambda gets is compressed
/// anyway, and by a third smaller when it is the first to do so; and a function that starts has thousands of classes to
/// read that it needn't inflate. `<class path> <folder>`. Run for each function on JDK 25, before its zip is made.
void main(String[] arguments) throws IOException {
  Path folder = Path.of(arguments[1]);
  if (Files.isDirectory(folder)) {
    try (var old = Files.list(folder)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
  }
  Files.createDirectories(folder);
  for (String place : arguments[0].split(File.pathSeparator)) {
    Path jar = Path.of(place);
    if (Files.isRegularFile(jar)) {
      copy(jar, folder.resolve(jar.getFileName()));
    } else if (!jar.equals(folder.resolveSibling("classes"))) {
      throw new IllegalStateException(jar + " is no jar; build with: mvn package");
    }
  }
}

void copy(Path jar, Path target) throws IOException {
  try (var from = new ZipFile(jar.toFile());
      var to = new ZipOutputStream(Files.newOutputStream(target))) {
    for (ZipEntry entry : from.stream().toList()) {
      try (InputStream content = from.getInputStream(entry)) {
        byte[] bytes = content.readAllBytes();
        to.putNextEntry(stored(entry, bytes));
        to.write(bytes);
      }
    }
  }
}

ZipEntry stored(ZipEntry entry, byte[] bytes) {
  var checksum = new CRC32();
  checksum.update(bytes);
  var stored = new ZipEntry(entry.getName());
  stored.setTimeLocal(entry.getTimeLocal());
  stored.setMethod(ZipEntry.STORED);
  stored.setSize(bytes.length);
  stored.setCrc(checksum.getValue());
  return stored;
}
