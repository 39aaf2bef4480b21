package io.tintype.imaging.text;

import io.tintype.imaging.Drawing.Text.Wrap;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Breaks a text into lines.
final class Lines {

  private Lines() {}

  /// @param text without the space at its end
  /// @param ends whether a paragraph ends here, so that the line isn't stretched
  record Line(String text, boolean ends) {}

  /// @param width at which lines are broken where `wrap` says; what can't be broken sticks out
  /// @param measure length of a text without breaks
  static List<Line> of(String text, double width, Wrap wrap, ToDoubleFunction<String> measure) {
    List<Line> lines = new ArrayList<>();
    for (String paragraph : text.split("\\R", -1)) {
      List<String> broken = new ArrayList<>();
      switch (wrap) {
        case NEVER -> broken.add(paragraph);
        case CHARACTER -> fill(characters(paragraph), width, measure, broken);
        case WORD -> fill(words(paragraph), width, measure, broken);
        case WORD_OR_CHARACTER -> {
          List<String> pieces = new ArrayList<>();
          for (String word : words(paragraph)) {
            if (measure.applyAsDouble(word.stripTrailing()) > width) {
              pieces.addAll(characters(word));
            } else {
              pieces.add(word);
            }
          }
          fill(pieces, width, measure, broken);
        }
      }
      for (int i = 0; i < broken.size(); i++) {
        lines.add(new Line(broken.get(i).stripTrailing(), i == broken.size() - 1));
      }
    }
    return lines;
  }

  /// As many pieces a line as there is room for, at least one.
  private static void fill(
      List<String> pieces, double width, ToDoubleFunction<String> measure, List<String> lines) {
    var line = new StringBuilder();
    for (String piece : pieces) {
      String longer = (line + piece).stripTrailing();
      if (!line.isEmpty() && measure.applyAsDouble(longer) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(piece);
    }
    lines.add(line.toString());
  }

  /// With the space behind them.
  private static List<String> words(String text) {
    return pieces(text, BreakIterator.getLineInstance(Locale.ROOT));
  }

  /// As people see them, with their accents.
  private static List<String> characters(String text) {
    return pieces(text, BreakIterator.getCharacterInstance(Locale.ROOT));
  }

  private static List<String> pieces(String text, BreakIterator breaks) {
    List<String> pieces = new ArrayList<>();
    breaks.setText(text);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }
}
