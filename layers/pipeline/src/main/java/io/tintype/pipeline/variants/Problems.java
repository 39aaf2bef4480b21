package io.tintype.pipeline.variants;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// What is wrong with one file, collected so that it can be reported at once.
final class Problems {

  private static final int MOST_SHOWN = 50;

  private final String origin;
  private final List<String> found = new ArrayList<>();

  Problems(String origin) {
    this.origin = origin;
  }

  /// @param where such as `variant card`; may be empty
  void add(Optional<Mark> mark, String where, String what) {
    String place = mark.map(Problems::place).orElse("");
    found.add(origin + place + (where.isEmpty() ? ": " : ", " + where + ": ") + what);
  }

  private static String place(Mark mark) {
    return " line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
  }

  void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    List<String> shown = new ArrayList<>(found.subList(0, Math.min(found.size(), MOST_SHOWN)));
    if (found.size() > MOST_SHOWN) {
      shown.add("and " + (found.size() - MOST_SHOWN) + " more");
    }
    throw new TintypeException(Reason.INTERNAL, String.join("\n", shown));
  }
}
