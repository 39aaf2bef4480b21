package io.tintype.local;

import java.util.List;
import java.util.regex.Pattern;

/// Which web pages may call the stack from a browser: those served by this machine. The data is
/// otherwise open to every page that its owner happens to visit.
final class Origins {

  static final List<String> LOCAL =
      List.of("http://localhost(:\\d+)?", "http://127\\.0\\.0\\.1(:\\d+)?");

  private static final List<Pattern> PATTERNS = LOCAL.stream().map(Pattern::compile).toList();

  private Origins() {}

  static boolean areLocal(String origin) {
    return PATTERNS.stream().anyMatch(pattern -> pattern.matcher(origin).matches());
  }
}
