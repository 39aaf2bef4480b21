package io.tintype.imaging.text;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Puts the characters of a line into the order in which they are written from left to right, by
/// the Unicode Bidirectional Algorithm. Letters aren't joined, so Arabic looks as if spelled.
final class Visual {

  private static final String MIRRORED = "()[]{}<>«»‹›≤≥";

  private Visual() {}

  static String order(String line) {
    var bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    if (bidi.isLeftToRight()) {
      return line;
    }
    int count = bidi.getRunCount();
    byte[] levels = new byte[count];
    Object[] runs = new Object[count];
    for (int i = 0; i < count; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      String run = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
      runs[i] = levels[i] % 2 == 0 ? run : reversed(run);
    }
    Bidi.reorderVisually(levels, 0, runs, 0, count);
    return List.of(runs).stream().map(Object::toString).collect(Collectors.joining());
  }

  private static String reversed(String run) {
    List<String> characters = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(run);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      characters.add(mirrored(run.substring(from, to)));
      from = to;
    }
    Collections.reverse(characters);
    return String.join("", characters);
  }

  private static String mirrored(String character) {
    int at = character.length() == 1 ? MIRRORED.indexOf(character) : -1;
    return at < 0 ? character : MIRRORED.substring(at ^ 1, (at ^ 1) + 1);
  }
}
