package io.tintype.requests;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.ArrayList;
import java.util.List;

/// Splits `name(argument,argument):name()` into calls. Parentheses inside an argument may nest to
/// any depth and protect commas, colons and slashes (imagor's rule); so do single quotes around a
/// whole argument (thumbor's rule), and square brackets in an argument that starts with one, as
/// those of thumbor's `curve` do. A quote that is never closed is an ordinary character.
///
/// An encoded character belongs to its argument, unless the first parenthesis is encoded too: then
/// somebody encoded the whole segment, and it is read as if it were plain.
final class FilterReader {

  private final PathText path;
  private final boolean whole;
  private int position;
  private boolean quotesCanClose = true;

  /// @param position where the first filter's name starts
  FilterReader(PathText path, int position) {
    this.path = path;
    this.position = position;
    int first = nameEnd();
    boolean encoded = first < path.length() && path.encoded(first);
    this.whole = encoded && path.charAt(first) == '(';
  }

  /// After [#read()]: the index behind the slash that ended the filters.
  int position() {
    return position;
  }

  /// Reads to the slash behind the last filter, or to the end.
  List<FilterCall> read() {
    List<FilterCall> calls = new ArrayList<>();
    while (true) {
      calls.add(call());
      if (position == path.length()) {
        return calls;
      }
      int next = position;
      position++;
      if (path.plain(next, '/')) {
        return calls;
      }
      if (!separates(next, ':')) {
        throw wrong("filter " + calls.getLast().name(), next, "expected : or / after the )");
      }
    }
  }

  private FilterCall call() {
    int start = position;
    position = nameEnd();
    String name = path.text().substring(start, position);
    if (name.isEmpty() || !separates(position, '(')) {
      throw wrong("filters", start, "expected name(arguments)");
    }
    position++;
    int inside = position;
    List<PathText> arguments = new ArrayList<>();
    while (true) {
      arguments.add(argument(name, start));
      boolean last = path.charAt(position) == ')';
      position++;
      if (last) {
        boolean none = arguments.size() == 1 && arguments.getFirst().length() == 0;
        String text = path.text().substring(inside, position - 1);
        return new FilterCall(name, none ? List.of() : arguments, text);
      }
    }
  }

  /// Reads up to the comma or parenthesis that ends the argument, and stays there.
  private PathText argument(String name, int filterStart) {
    position = skipBlanks(position);
    int start = position;
    int close = closingQuote(start);
    if (close > 0) {
      position = skipBlanks(close + 1);
      return given(path.part(start + 1, close));
    }
    boolean list = start < path.length() && path.charAt(start) == '[';
    int depth = 0;
    for (; position < path.length(); position++) {
      if (depth == 0 && ends(position)) {
        return given(path.part(start, position).strip());
      }
      boolean opens = separates(position, '(') || (list && path.charAt(position) == '[');
      boolean closes = separates(position, ')') || (list && path.charAt(position) == ']');
      depth += opens ? 1 : closes ? -1 : 0;
    }
    throw wrong("filter " + name, filterStart, "expected a closing )");
  }

  /// The quote that ends an argument starting at `start`, or -1.
  private int closingQuote(int start) {
    if (!quotesCanClose || start >= path.length() || path.charAt(start) != '\'') {
      return -1;
    }
    for (int quote = path.text().indexOf('\'', start + 2);
        quote > 0;
        quote = path.text().indexOf('\'', quote + 1)) {
      if (ends(skipBlanks(quote + 1))) {
        return quote;
      }
    }
    quotesCanClose = false;
    return -1;
  }

  /// Where the whole segment was encoded, what was encoded within it still is.
  private PathText given(PathText argument) {
    if (!whole) {
      return argument;
    }
    try {
      return PathText.decode(argument.text());
    } catch (TintypeException e) {
      return PathText.plain(argument.text());
    }
  }

  private boolean ends(int index) {
    return separates(index, ',') || separates(index, ')');
  }

  private boolean separates(int index, char character) {
    return path.plain(index, character)
        || (whole && index < path.length() && path.charAt(index) == character);
  }

  private int nameEnd() {
    int end = position;
    while (end < path.length() && named(path.charAt(end))) {
      end++;
    }
    return end;
  }

  private int skipBlanks(int from) {
    int index = from;
    while (index < path.length() && path.charAt(index) == ' ') {
      index++;
    }
    return index;
  }

  private static boolean named(char character) {
    return character == '_' || character == '-' || Character.isLetterOrDigit(character);
  }

  private TintypeException wrong(String what, int at, String expected) {
    return new TintypeException(
        Reason.BAD_REQUEST,
        Received.text(what)
            + " at character "
            + (at + 1)
            + ": "
            + expected
            + " but received "
            + Received.text(path.text().substring(at)));
  }
}
