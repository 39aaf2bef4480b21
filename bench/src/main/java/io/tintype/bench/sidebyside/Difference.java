package io.tintype.bench.sidebyside;

import io.tintype.imaging.Raster;
import io.tintype.imaging.Size;
import java.util.Locale;

/// How two answers to one request differ.
sealed interface Difference {

  /// Neither gave a picture, and both said the same status.
  record SameStatus(int status) implements Difference {}

  record Status(int old, int next) implements Difference {}

  /// One of them isn't a picture that can be read.
  record Unreadable(String reason) implements Difference {}

  record Sizes(Size old, Size next) implements Difference {}

  /// Of equally large pictures, in levels of a channel, over black or over white, whichever is
  /// more.
  ///
  /// @param mean of all channels of all pixels, 0..255
  /// @param most of any of them
  record Pixels(double mean, int most) implements Difference {}

  static Difference between(Raster old, Raster next) {
    if (!old.size().equals(next.size())) {
      return new Sizes(old.size(), next.size());
    }
    Pixels black = over(0, old.argb(), next.argb());
    Pixels white = over(255, old.argb(), next.argb());
    return new Pixels(Math.max(black.mean, white.mean), Math.max(black.most, white.most));
  }

  private static Pixels over(int ground, int[] old, int[] next) {
    long sum = 0;
    int most = 0;
    for (int i = 0; i < old.length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        int apart = Math.abs(seen(old[i], shift, ground) - seen(next[i], shift, ground));
        sum += apart;
        most = Math.max(most, apart);
      }
    }
    return new Pixels(sum / 3.0 / old.length, most);
  }

  private static int seen(int argb, int shift, int ground) {
    int alpha = argb >>> 24;
    return (((argb >> shift) & 255) * alpha + ground * (255 - alpha) + 127) / 255;
  }

  /// Whether people would call the answers the same.
  ///
  /// @param mean the largest difference of pictures that counts as none
  default boolean within(double mean) {
    return switch (this) {
      case SameStatus _ -> true;
      case Pixels pixels -> pixels.mean <= mean;
      case Status _, Unreadable _, Sizes _ -> false;
    };
  }

  default String words() {
    return switch (this) {
      case SameStatus(int status) -> "both " + status;
      case Status(int old, int next) -> "status " + old + " / " + next;
      case Unreadable(String reason) -> "unreadable: " + reason;
      case Sizes(Size old, Size next) -> "size " + old + " / " + next;
      case Pixels(double mean, int most) ->
          String.format(Locale.ROOT, "mean %.2f most %d", mean, most);
    };
  }
}
