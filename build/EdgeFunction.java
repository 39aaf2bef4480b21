import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Holds the copy of the CloudFront Function in template.yaml, where CloudFormation needs it, to functions/edge/edge.js.
/// `check` fails when they differ; `write` copies the file. Run by the root pom on JDK 25.
void main(String[] arguments) throws Exception {
  Path template = Path.of("template.yaml");
  List<String> lines = Files.readString(template).lines().toList();
  int property = indexOf(lines, "FunctionCode: !Sub", 0);
  int start = indexOf(lines, "- |", property) + 1;
  int end = indexOf(lines, "- Uncertain:", start);
  String indent = lines.get(start - 1).replaceFirst("-.*", "    ").substring(2);
  String copy =
      Files.readString(Path.of("functions/edge/edge.js"))
          .lines()
          .map(line -> line.isEmpty() ? "" : indent + line)
          .collect(Collectors.joining("\n"));
  if (copy.equals(String.join("\n", lines.subList(start, end)))) {
    return;
  }
  if (arguments.length == 1 && arguments[0].equals("write")) {
    String before = String.join("\n", lines.subList(0, start));
    String after = String.join("\n", lines.subList(end, lines.size()));
    Files.writeString(template, before + "\n" + copy + "\n" + after + "\n");
    return;
  }
  IO.println("template.yaml holds another CloudFront Function than functions/edge/edge.js");
  IO.println("put right with: mvn -N validate -Dformat=write");
  System.exit(1);
}

int indexOf(List<String> lines, String text, int from) {
  for (int i = from; i < lines.size(); i++) {
    if (lines.get(i).strip().startsWith(text)) {
      return i;
    }
  }
  throw new IllegalStateException("template.yaml has no line " + text);
}
