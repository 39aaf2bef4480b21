package io.tintype.requests;

import java.util.Collection;
import java.util.Optional;

/// Finds the known word that somebody probably meant.
public final class Spelling {

  private static final int LONGEST = 64;

  private Spelling() {}

  /// The known word that is fewest changes away, if that is at most a third of its letters.
  public static Optional<String> closest(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String best = null;
    int fewest = Integer.MAX_VALUE;
    for (String candidate : known) {
      int changes = changes(word, candidate);
      if (changes < fewest && changes <= Math.max(1, candidate.length() / 3)) {
        best = candidate;
        fewest = changes;
      }
    }
    return Optional.ofNullable(best);
  }

  /// ` (did you mean x?)`, or nothing when no known word is close.
  public static String hint(String word, Collection<String> known) {
    return closest(word, known).map(close -> " (did you mean " + close + "?)").orElse("");
  }

  /// Levenshtein's distance: insertions, deletions and replacements of one letter.
  private static int changes(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
      }
      above = current;
    }
    return above[to.length()];
  }
}
