package io.tintype.imaging.header;

/// Adds up what it takes to draw path data (SVG 2, section 9.3), without drawing it. Curves count
/// by their control points, around which they can't be longer.
final class SvgPath {

  /// Straight pieces that stand for a curve.
  private static final int PIECES_OF_CURVE = 4;

  private final String data;
  private int at;
  private double x;
  private double y;
  private double startX;
  private double startY;
  private double length;
  private double pieces;

  private SvgPath(String data) {
    this.data = data;
  }

  /// @param pieces straight ones
  /// @param length in the units of the path, at most
  record Extent(double pieces, double length) {}

  static Extent of(String data) {
    return new SvgPath(data).read('M');
  }

  /// @param first what numbers before any command mean: those of `points` are lines
  private Extent read(char first) {
    char command = first;
    double[] numbers = new double[7];
    int count = 0;
    while (at < data.length()) {
      char c = data.charAt(at);
      if (Character.isLetter(c) && c != 'e' && c != 'E') {
        command = c;
        count = 0;
        at++;
        if (c == 'z' || c == 'Z') {
          lineTo(startX, startY);
        }
      } else if (startsNumber(c)) {
        numbers[count++] = arc(command) && count > 3 && count < 6 ? flag() : number();
        if (count == taken(command)) {
          draw(command, numbers);
          command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
          count = 0;
        }
      } else {
        at++;
      }
    }
    return new Extent(pieces, length);
  }

  private static boolean startsNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+';
  }

  private static boolean arc(char command) {
    return command == 'a' || command == 'A';
  }

  private static int taken(char command) {
    return switch (Character.toUpperCase(command)) {
      case 'H', 'V' -> 1;
      case 'S', 'Q' -> 4;
      case 'C' -> 6;
      case 'A' -> 7;
      default -> 2;
    };
  }

  private void draw(char command, double[] n) {
    boolean relative = Character.isLowerCase(command);
    double fromX = relative ? x : 0;
    double fromY = relative ? y : 0;
    switch (Character.toUpperCase(command)) {
      case 'M' -> {
        x = fromX + n[0];
        y = fromY + n[1];
        startX = x;
        startY = y;
      }
      case 'H' -> lineTo(fromX + n[0], y);
      case 'V' -> lineTo(x, fromY + n[0]);
      case 'A' -> {
        // An ellipse whose radii are too small is blown up to touch both ends.
        length += 8 * (Math.abs(n[0]) + Math.abs(n[1]));
        curve(fromX, fromY, n, 5, 7);
      }
      case 'C' -> curve(fromX, fromY, n, 0, 6);
      case 'S', 'Q' -> curve(fromX, fromY, n, 0, 4);
      case 'T' -> curve(fromX, fromY, n, 0, 2);
      default -> lineTo(fromX + n[0], fromY + n[1]);
    }
  }

  private void curve(double fromX, double fromY, double[] n, int from, int to) {
    // A smooth curve mirrors a control point that isn't written down.
    double before = length;
    for (int i = from; i < to; i += 2) {
      lineTo(fromX + n[i], fromY + n[i + 1]);
    }
    length += 2 * (length - before);
    pieces += PIECES_OF_CURVE - (to - from) / 2;
  }

  private void lineTo(double toX, double toY) {
    double step = Math.hypot(toX - x, toY - y);
    length += Double.isNaN(step) ? Double.POSITIVE_INFINITY : step;
    x = toX;
    y = toY;
    pieces++;
  }

  /// Flags of an arc may stand without anything between them.
  private double flag() {
    return data.charAt(at++) - '0';
  }

  private double number() {
    int from = at;
    if (data.charAt(at) == '-' || data.charAt(at) == '+') {
      at++;
    }
    digits();
    if (at < data.length() && data.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at + 1 < data.length() && (data.charAt(at) | 0x20) == 'e') {
      int exponent = at++;
      if (data.charAt(at) == '-' || data.charAt(at) == '+') {
        at++;
      }
      if (!digits()) {
        at = exponent;
        return parsed(from, exponent);
      }
    }
    at = Math.max(at, from + 1);
    return parsed(from, at);
  }

  private double parsed(int from, int to) {
    try {
      return Double.parseDouble(data.substring(from, to));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private boolean digits() {
    int from = at;
    while (at < data.length() && data.charAt(at) >= '0' && data.charAt(at) <= '9') {
      at++;
    }
    return at > from;
  }
}
