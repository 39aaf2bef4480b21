package io.tintype.imaging.header;

import io.tintype.imaging.Format;

/// The netpbm formats: P1 to P6, and P7 which is PAM. Headers are text, with comments.
final class Pnm {

  private static final int LONGEST_HEADER = 64 * 1024;

  private final Bytes bytes;
  private long at = 2;

  private Pnm(Bytes bytes) {
    this.bytes = bytes;
  }

  /// `P` and a digit begin many texts too, so a number or a comment must follow.
  static boolean recognises(Bytes bytes) {
    if (!bytes.has(0, 4) || bytes.u8(0) != 'P' || !space(bytes.u8(2))) {
      return false;
    }
    int kind = bytes.u8(1);
    int first = bytes.u8(3);
    boolean letter = kind == '7' && first >= 'A' && first <= 'Z';
    boolean number = kind != '7' && (digit(first) || space(first));
    return kind >= '1' && kind <= '7' && (letter || number || first == '#');
  }

  static Header read(Bytes bytes) {
    int kind = bytes.u8(1) - '0';
    Pnm pnm = new Pnm(bytes);
    return kind == 7 ? pnm.readArbitrary() : pnm.readClassic(kind);
  }

  private Header readClassic(int kind) {
    long width = number("width");
    long height = number("height");
    boolean bitmap = kind == 1 || kind == 4;
    long highest = bitmap ? 1 : number("highest value");
    checkHighest(highest);
    long samples = Header.product(Header.product(width, height), kind % 3 == 0 ? 3 : 1);
    long data =
        switch (kind) {
          case 1 -> samples;
          case 2, 3 -> Math.max(0, Header.product(samples, 2) - 1);
          case 4 -> Header.product((width + 7) / 8, height);
          default -> Header.product(samples, highest > 255 ? 2 : 1);
        };
    return Header.still(Format.PNM, width, height, false)
        .needing(Header.sum(at + 1, data))
        .grey(kind % 3 != 0);
  }

  private Header readArbitrary() {
    long width = 0;
    long height = 0;
    long depth = 0;
    long highest = 0;
    boolean alpha = false;
    while (true) {
      switch (word()) {
        case "WIDTH" -> width = number("WIDTH");
        case "HEIGHT" -> height = number("HEIGHT");
        case "DEPTH" -> depth = number("DEPTH");
        case "MAXVAL" -> highest = number("MAXVAL");
        case "TUPLTYPE" -> alpha = word().endsWith("_ALPHA");
        case "ENDHDR" -> {
          checkHighest(highest);
          long samples = Header.product(Header.product(width, height), depth);
          long data = Header.product(samples, highest > 255 ? 2 : 1);
          return Header.still(Format.PNM, width, height, alpha)
              .needing(Header.sum(at + 1, data))
              .grey(depth - (alpha ? 1 : 0) == 1);
        }
        case String other -> throw bytes.corrupt("header has an unknown line '" + other + "'");
      }
    }
  }

  private void checkHighest(long highest) {
    if (highest < 1 || highest > 65535) {
      throw bytes.corrupt("has a highest value of " + highest + ", expected 1..65535");
    }
  }

  /// Numbers too long to be true are the largest that is too much for every limit.
  private long number(String what) {
    String word = word();
    if (word.isEmpty() || !word.chars().allMatch(Pnm::digit)) {
      throw bytes.corrupt("has '" + word + "' for its " + what + ", expected a number");
    }
    return word.length() > 10 ? Long.MAX_VALUE : Long.parseLong(word);
  }

  /// The next word, at most 64 characters; the place is then right behind it.
  private String word() {
    while (space(bytes.u8(at)) || bytes.u8(at) == '#') {
      if (bytes.u8(at) == '#') {
        skipComment();
      } else {
        at++;
      }
      if (at > LONGEST_HEADER) {
        throw bytes.corrupt("header is longer than " + LONGEST_HEADER + " bytes");
      }
    }
    long start = at;
    while (bytes.has(at, 1) && !space(bytes.u8(at)) && at - start < 64) {
      at++;
    }
    return bytes.text(start, (int) (at - start));
  }

  private void skipComment() {
    while (bytes.u8(at) != '\n' && bytes.u8(at) != '\r') {
      at++;
    }
  }

  private static boolean space(int character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
  }

  private static boolean digit(int character) {
    return character >= '0' && character <= '9';
  }
}
