package io.tintype.requests;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.ArrayList;
import java.util.List;

/// Splits `name(argument,argument):name()` into calls. Parentheses inside an argument may nest to
/// any depth and protect commas, colons and slashes (imagor's rule); so do single quotes around a
/// whole argument (thumbor's rule). A quote that is never closed is an ordinary character.
final class FilterReader {

  private final String path;
  private int position;
  private boolean quotesCanClose = true;

  /// @param position where the first filter's name starts
  FilterReader(String path, int position) {
    this.path = path;
    this.position = position;
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
      char next = path.charAt(position);
      position++;
      if (next == '/') {
        return calls;
      }
      if (next != ':') {
        throw wrong(
            "filter " + calls.getLast().name(), position - 1, "expected : or / after the )");
      }
    }
  }

  private FilterCall call() {
    int start = position;
    while (position < path.length() && named(path.charAt(position))) {
      position++;
    }
    String name = path.substring(start, position);
    if (name.isEmpty() || position == path.length() || path.charAt(position) != '(') {
      throw wrong("filters", start, "expected name(arguments)");
    }
    position++;
    List<String> arguments = new ArrayList<>();
    while (true) {
      arguments.add(argument(name, start));
      char end = path.charAt(position);
      position++;
      if (end == ')') {
        boolean none = arguments.size() == 1 && arguments.getFirst().isEmpty();
        return new FilterCall(name, none ? List.of() : arguments, start);
      }
    }
  }

  /// Reads up to the comma or parenthesis that ends the argument, and stays there.
  private String argument(String name, int filterStart) {
    while (position < path.length() && path.charAt(position) == ' ') {
      position++;
    }
    int start = position;
    int close = closingQuote(start);
    if (close > 0) {
      position = skipBlanks(close + 1);
      return path.substring(start + 1, close);
    }
    int depth = 0;
    for (; position < path.length(); position++) {
      char character = path.charAt(position);
      if (depth == 0 && (character == ',' || character == ')')) {
        return path.substring(start, position).strip();
      }
      depth += character == '(' ? 1 : character == ')' ? -1 : 0;
    }
    throw wrong("filter " + name, filterStart, "expected a closing )");
  }

  /// The quote that ends an argument starting at `start`, or -1.
  private int closingQuote(int start) {
    if (!quotesCanClose || start >= path.length() || path.charAt(start) != '\'') {
      return -1;
    }
    for (int quote = path.indexOf('\'', start + 2);
        quote > 0;
        quote = path.indexOf('\'', quote + 1)) {
      int after = skipBlanks(quote + 1);
      if (after < path.length() && (path.charAt(after) == ',' || path.charAt(after) == ')')) {
        return quote;
      }
    }
    quotesCanClose = false;
    return -1;
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
            + Received.text(path.substring(at)));
  }
}
