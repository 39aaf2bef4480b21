import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Puts the libraries of a class path into one jar, from which a function starts a quarter sooner than from the jars
/// themselves:
///
/// * One jar, because a class is looked for in every jar until it is found, and all of them have to be opened.
/// * Nothing in it is compressed. The zip that Lambda gets is compressed anyway, and by a third smaller when it is the
///   first to do so; and a function that starts has thousands of classes to read that it needn't inflate.
/// * The SDK's table of AWS services names only those that the class path has a client for. To build any client, the
///   SDK makes the whole table, an object of a class of its own for each of 300 services. What isn't in the table it
///   treats by the general rules, as it does new services.
///
/// `<class path> <jar>`. Run for each function before its zip is made, on the Java version that the function runs on.
void main(String[] arguments) throws IOException {
  Path target = Path.of(arguments[1]);
  Map<String, byte[]> entries = new TreeMap<>();
  for (String place : arguments[0].split(File.pathSeparator)) {
    Path jar = Path.of(place);
    if (Files.isRegularFile(jar)) {
      add(jar, entries);
    } else if (!jar.equals(target.resolveSibling("classes"))) {
      throw new IllegalStateException(jar + " is no jar; build with: mvn package");
    }
  }
  shortenServiceTable(entries);
  write(entries, target);
}

static final Pattern LICENCE = Pattern.compile("META-INF/([^/]*(?:LICENSE|NOTICE)[^/]*)");

void add(Path jar, Map<String, byte[]> entries) throws IOException {
  // Of classes for several Java versions, it gives those of this one.
  try (var file = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
    for (JarEntry entry : file.versionedStream().toList()) {
      String name = entry.getName();
      if (entry.isDirectory() || name.equals(JarFile.MANIFEST_NAME) || name.equals("module-info.class")) {
        continue;
      }
      byte[] bytes = read(file, entry);
      var licence = LICENCE.matcher(name);
      if (licence.matches()) {
        entries.put("META-INF/licenses/" + jar.getFileName() + "/" + licence.group(1), bytes);
      } else if (name.startsWith("META-INF/services/")) {
        entries.merge(name, bytes, this::joined);
      } else {
        byte[] there = entries.put(name, bytes);
        if (there != null && !Arrays.equals(there, bytes)) {
          throw new IllegalStateException(name + " of " + jar + " is not the same as that of a jar before it");
        }
      }
    }
  }
}

byte[] read(JarFile jar, JarEntry entry) throws IOException {
  try (InputStream content = jar.getInputStream(entry)) {
    return content.readAllBytes();
  }
}

byte[] joined(byte[] some, byte[] others) {
  var lines = new ByteArrayOutputStream();
  lines.writeBytes(some);
  lines.write('\n');
  lines.writeBytes(others);
  return lines.toByteArray();
}

void write(Map<String, byte[]> entries, Path target) throws IOException {
  Files.createDirectories(target.getParent());
  try (var zip = new ZipOutputStream(Files.newOutputStream(target))) {
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      zip.putNextEntry(stored(entry.getKey(), entry.getValue()));
      zip.write(entry.getValue());
    }
  }
}

ZipEntry stored(String name, byte[] bytes) {
  var checksum = new CRC32();
  checksum.update(bytes);
  var stored = new ZipEntry(name);
  // The same input shall give the same file.
  stored.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
  stored.setMethod(ZipEntry.STORED);
  stored.setSize(bytes.length);
  stored.setCrc(checksum.getValue());
  return stored;
}

static final String SERVICE_TABLE = "software/amazon/awssdk/regions/GeneratedServiceMetadataProvider.class";

static final Pattern CLIENT_BUILDER =
    Pattern.compile("software/amazon/awssdk/services/.*/Default\\w+BaseClientBuilder\\.class");

void shortenServiceTable(Map<String, byte[]> entries) {
  Set<String> services = new HashSet<>();
  entries.forEach(
      (name, bytes) -> {
        if (CLIENT_BUILDER.matcher(name).matches()) {
          services.add(constant(ClassFile.of().parse(bytes), "serviceEndpointPrefix"));
        }
      });
  var table = new ServiceTable(services);
  entries.computeIfPresent(SERVICE_TABLE, (_, bytes) -> table.shortened(bytes));
  entries.keySet().removeAll(table.dropped);
}

/// The name by which a client looks itself up in the table: its builder returns it as a constant.
String constant(ClassModel type, String method) {
  MethodModel model =
      type.methods().stream().filter(it -> it.methodName().equalsString(method)).findFirst().orElseThrow();
  for (CodeElement element : model.code().orElseThrow()) {
    if (element instanceof ConstantInstruction it && it.constantValue() instanceof String name) {
      return name;
    }
  }
  throw new IllegalStateException(type.thisClass().asInternalName() + "." + method + " returns no constant");
}

/// Shortens the table's `<clinit>`, a chain of `put("s3", new S3ServiceMetadata())`.
static final class ServiceTable {

  /// Files of classes that nobody asks for any more.
  final Set<String> dropped = new HashSet<>();

  private final Set<String> services;
  private boolean dropping;

  ServiceTable(Set<String> services) {
    this.services = services;
  }

  byte[] shortened(byte[] table) {
    var classFile = ClassFile.of(ConstantPoolSharingOption.NEW_POOL);
    CodeTransform copyWanted = this::copyWanted;
    byte[] shortened =
        classFile.transformClass(
            classFile.parse(table),
            ClassTransform.transformingMethodBodies(
                method -> method.methodName().equalsString("<clinit>"), copyWanted));
    if (dropping || dropped.size() < 100) {
      throw new IllegalStateException(SERVICE_TABLE + " has another shape than this was written for");
    }
    return shortened;
  }

  private void copyWanted(CodeBuilder to, CodeElement element) {
    if (element instanceof ConstantInstruction it && it.constantValue() instanceof String service) {
      dropping = !services.contains(service);
    }
    if (!dropping) {
      to.with(element);
      return;
    }
    switch (element) {
      case NewObjectInstruction it -> dropped.add(it.className().asInternalName() + ".class");
      case InvokeInstruction it when it.name().equalsString("put") -> dropping = false;
      default -> {}
    }
  }
}
