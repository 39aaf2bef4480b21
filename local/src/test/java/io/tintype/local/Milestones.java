package io.tintype.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When a JVM came how far, read from the classes that it loaded and when. Costs the JVM next to
/// nothing and the code nothing at all.
///
/// @param byClass from the name of a class to what begins when it is loaded
record Milestones(Map<String, String> byClass) {

  /// Such as `[0.123s] java.lang.Object source: …`.
  private static final Pattern LINE = Pattern.compile("\\[([0-9.]+)s] (\\S+) source: .*");

  /// The flag that makes a JVM write down what [#read] reads.
  static String flag(Path log) {
    return "-Xlog:class+load:file=" + log + ":uptime:filecount=0";
  }

  /// In milliseconds after the JVM began to run, in the order of the milestones; those that were
  /// not reached are left out.
  Map<String, Double> read(Path log) throws IOException {
    Map<String, Double> loaded = new LinkedHashMap<>();
    for (String line : Files.readAllLines(log)) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        loaded.putIfAbsent(matcher.group(2), 1000 * Double.parseDouble(matcher.group(1)));
      }
    }
    Map<String, Double> reached = new LinkedHashMap<>();
    byClass.forEach(
        (name, label) -> {
          if (loaded.containsKey(name)) {
            reached.put(label, loaded.get(name));
          }
        });
    return reached;
  }
}
