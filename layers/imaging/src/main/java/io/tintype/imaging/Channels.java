package io.tintype.imaging;

/// Which channels the file of a picture holds, however the picture is worked on.
///
/// @param grey one channel of grey instead of red, green and blue
/// @param alpha behind those; it may still be opaque everywhere
public record Channels(boolean grey, boolean alpha) {

  static final int ALPHA = 3;

  int count() {
    return colours() + (alpha ? 1 : 0);
  }

  /// Where the picture has a channel of the file when it is worked on: 0 red, which is grey too, 1
  /// green, 2 blue, 3 alpha.
  int place(int channel) {
    return channel < colours() ? channel : ALPHA;
  }

  private int colours() {
    return grey ? 1 : 3;
  }
}
