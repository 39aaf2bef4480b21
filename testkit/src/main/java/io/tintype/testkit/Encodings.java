package io.tintype.testkit;

import io.tintype.imaging.Encoding;
import java.util.Optional;

/// Encodings that ask for one thing.
public final class Encodings {

  public static final Encoding PROGRESSIVE = encoding(true, false, false, false);
  public static final Encoding SMALLEST = encoding(false, true, false, false);
  public static final Encoding FULL_COLOR = encoding(false, false, true, false);
  public static final Encoding LOSSLESS = encoding(false, false, false, true);

  private Encodings() {}

  private static Encoding encoding(
      boolean progressive, boolean smallest, boolean fullColor, boolean lossless) {
    return new Encoding(
        progressive,
        smallest,
        fullColor,
        lossless,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
