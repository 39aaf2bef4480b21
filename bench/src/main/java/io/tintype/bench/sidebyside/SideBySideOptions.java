package io.tintype.bench.sidebyside;

import java.util.Optional;

/// Arguments of [SideBySide].
///
/// @param within largest mean difference that counts as none, 0..255
/// @param accept the Accept header that both servers get
/// @param sheet where the pictures that differ are drawn, if anywhere
/// @param all whether what doesn't differ is printed too
record SideBySideOptions(
    String old, String next, double within, String accept, Optional<String> sheet, boolean all) {

  private static final String USAGE =
      "Expected --old <url> --new <url> [--within 2] [--accept image/webp] [--sheet <file.png>]"
          + " [--all true]";

  static SideBySideOptions parse(String... arguments) {
    var options = new SideBySideOptions("", "", 2, "*/*", Optional.empty(), false);
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " needs a value. " + USAGE);
      }
      options = options.with(arguments[i], arguments[i + 1]);
    }
    if (options.old.isEmpty() || options.next.isEmpty()) {
      throw new IllegalArgumentException(USAGE);
    }
    return options;
  }

  private SideBySideOptions with(String name, String value) {
    return switch (name) {
      case "--old" -> new SideBySideOptions(value, next, within, accept, sheet, all);
      case "--new" -> new SideBySideOptions(old, value, within, accept, sheet, all);
      case "--within" -> {
        double mean = Double.parseDouble(value);
        yield new SideBySideOptions(old, next, mean, accept, sheet, all);
      }
      case "--accept" -> new SideBySideOptions(old, next, within, value, sheet, all);
      case "--sheet" -> new SideBySideOptions(old, next, within, accept, Optional.of(value), all);
      case "--all" ->
          new SideBySideOptions(old, next, within, accept, sheet, Boolean.parseBoolean(value));
      default -> throw new IllegalArgumentException(USAGE + " but received " + name);
    };
  }
}
