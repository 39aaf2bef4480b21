package io.tintype.pipeline.variants;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// What is wrong with one file, collected so that it can be reported at once.
final class Problems {

  private static final int MOST_SHOWN = 50;

  private final String origin;
  private final List<Problem> found = new ArrayList<>();

  Problems(String origin) {
    this.origin = origin;
  }

  /// @param where such as `variant card`; may be empty
  void add(Optional<Mark> mark, String where, String what) {
    String place = mark.map(Problems::place).orElse("");
    String text = origin + place + (where.isEmpty() ? ": " : ", " + where + ": ") + what;
    found.add(new Problem(mark.map(Mark::getLine).orElse(0), text));
  }

  private static String place(Mark mark) {
    return " line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
  }

  void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    List<String> shown = new ArrayList<>();
    found.stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .limit(MOST_SHOWN)
        .forEach(problem -> shown.add(problem.text()));
    if (found.size() > MOST_SHOWN) {
      shown.add("and " + (found.size() - MOST_SHOWN) + " more");
    }
    throw new TintypeException(Reason.INTERNAL, String.join("\n", shown));
  }

  private record Problem(int line, String text) {}
}
