package io.tintype.requests;

import io.tintype.imaging.Limits;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;

/// Counts the pictures that one request draws into each other, so that a URL of a few hundred
/// characters can't ask for thousands. Not for several threads.
final class Nesting {

  /// Pictures in pictures in pictures: nobody was seen to need more.
  static final int DEEPEST = 4;

  private static final int MOST = Limits.DEFAULT.maxEdits();

  private int depth;
  private int pictures;

  /// @throws TintypeException BAD_REQUEST when there are too many pictures, or they lie too deep
  void enter() {
    if (depth == DEEPEST || pictures == MOST) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          depth == DEEPEST
              ? "expected pictures inside of each other to be at most " + DEEPEST + " deep"
              : "expected at most " + MOST + " pictures in one request");
    }
    depth++;
    pictures++;
  }

  void leave() {
    depth--;
  }
}
