package io.tintype.imaging.metadata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Gives the entries of a directory their names.
final class ExifTags {

  private static final Set<String> DATES =
      Set.of("DateTime", "DateTimeOriginal", "DateTimeDigitized");

  /// By group and number.
  private static final Map<String, Map<Integer, String>> NAMES = names();

  private ExifTags() {}

  /// Tags with names in their order, after the numbered ones in ascending order: so are the
  /// properties of a JavaScript object.
  static Map<String, ExifValue> named(String group, TiffTags tags) {
    Map<String, ExifValue> named = new LinkedHashMap<>();
    Map<Integer, ExifValue> numbered = new TreeMap<>();
    Map<Integer, String> names = NAMES.getOrDefault(group, Map.of());
    for (TiffTags.Entry entry : tags.entries()) {
      String name = names.get(entry.tag());
      if (name == null) {
        numbered.put(entry.tag(), ExifValues.of(entry));
      } else {
        named.put(name, DATES.contains(name) ? ExifValues.date(entry) : ExifValues.of(entry));
      }
    }
    Map<String, ExifValue> all = new LinkedHashMap<>();
    numbered.forEach((tag, value) -> all.put(Integer.toString(tag), value));
    all.putAll(named);
    return all;
  }

  private static Map<String, Map<Integer, String>> names() {
    Map<String, Map<Integer, String>> names = new HashMap<>();
    try (InputStream in =
            Objects.requireNonNull(ExifTags.class.getResourceAsStream("exif-tags.txt"));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 3))
          .forEach(
              words ->
                  names
                      .computeIfAbsent(words[0], _ -> new HashMap<>())
                      .put(Integer.parseInt(words[1], 16), words[2]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
