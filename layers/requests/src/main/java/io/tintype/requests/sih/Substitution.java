package io.tintype.requests.sih;

import com.google.re2j.Matcher;
import org.jspecify.annotations.Nullable;

/// What takes a match's place, with JavaScript's dollar signs (ECMA-262, GetSubstitution).
///
/// @param text as written
record Substitution(String text) {

  void append(StringBuilder to, Matcher match, String path) {
    int at = 0;
    while (at < text.length()) {
      char character = text.charAt(at);
      int read = character == '$' && at + 1 < text.length() ? dollar(to, match, path, at) : 0;
      if (read == 0) {
        to.append(character);
        read = 1;
      }
      at += read;
    }
  }

  /// @return how many characters of the text were understood; 0 for a plain dollar sign
  private int dollar(StringBuilder to, Matcher match, String path, int at) {
    char next = text.charAt(at + 1);
    switch (next) {
      case '$' -> to.append('$');
      case '&' -> to.append(path, match.start(), match.end());
      case '`' -> to.append(path, 0, match.start());
      case '\'' -> to.append(path, match.end(), path.length());
      case '<' -> {
        return named(to, match, at);
      }
      default -> {
        return next >= '0' && next <= '9' ? numbered(to, match, at) : 0;
      }
    }
    return 2;
  }

  /// Two digits count where there are so many groups.
  private int numbered(StringBuilder to, Matcher match, int at) {
    int one = text.charAt(at + 1) - '0';
    int second = at + 2 < text.length() ? text.charAt(at + 2) - '0' : -1;
    int two = second >= 0 && second <= 9 ? 10 * one + second : 0;
    if (two >= 1 && two <= match.groupCount()) {
      append(to, match.group(two));
      return 3;
    }
    if (one >= 1 && one <= match.groupCount()) {
      append(to, match.group(one));
      return 2;
    }
    return 0;
  }

  private int named(StringBuilder to, Matcher match, int at) {
    int end = text.indexOf('>', at);
    if (end < 0) {
      return 0;
    }
    String name = text.substring(at + 2, end);
    if (match.pattern().namedGroups().containsKey(name)) {
      append(to, match.group(name));
    }
    return end + 1 - at;
  }

  /// A group that took no part in the match is nothing.
  private static void append(StringBuilder to, @Nullable String group) {
    if (group != null) {
      to.append(group);
    }
  }
}
