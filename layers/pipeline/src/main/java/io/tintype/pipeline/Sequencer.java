package io.tintype.pipeline;

import java.util.Locale;
import java.util.regex.Pattern;

/// S3's hexadecimal mark of the order of events on one key. Only comparable within one key.
public record Sequencer(String hex) {

  private static final Pattern FORM = Pattern.compile("[0-9A-F]{1,64}");

  /// How one event stands to another on the same key.
  public enum Order {
    EARLIER,
    SAME,
    LATER,
    /// The lengths differ in a way that only a look at the object can settle: AWS has documented
    /// padding on the left and on the right at different times, and here the two disagree.
    UNCLEAR
  }

  public Sequencer {
    hex = hex.toUpperCase(Locale.ROOT);
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "Expected a sequencer of 1..64 hex digits but received " + hex);
    }
  }

  /// Order of this event against the other.
  public Order against(Sequencer other) {
    if (hex.equals(other.hex)) {
      return Order.SAME;
    }
    int length = Math.max(hex.length(), other.hex.length());
    int left = Integer.signum(padLeft(hex, length).compareTo(padLeft(other.hex, length)));
    int right = Integer.signum(padRight(hex, length).compareTo(padRight(other.hex, length)));
    if (left != right) {
      return Order.UNCLEAR;
    }
    return left < 0 ? Order.EARLIER : Order.LATER;
  }

  private static String padLeft(String hex, int length) {
    return "0".repeat(length - hex.length()) + hex;
  }

  private static String padRight(String hex, int length) {
    return hex + "0".repeat(length - hex.length());
  }
}
