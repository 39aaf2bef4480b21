package io.tintype.thumbnailator;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.io.IOException;
import java.util.Locale;

/// Turns what a decoder throws into a [TintypeException]. Decoders meet damaged files with every
/// kind of exception, so here, and only here, each of them means damage.
final class Decoding {

  @FunctionalInterface
  interface Step<T> {
    T run() throws IOException;
  }

  private Decoding() {}

  static <T> T guarded(String what, Step<T> step) {
    try {
      return step.run();
    } catch (TintypeException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      throw outOfMemory(e);
    } catch (UnsupportedOperationException e) {
      throw new TintypeException(
          Reason.UNSUPPORTED, what + " is of a kind that can't be read here", e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      if (saysUnsupported(e)) {
        throw new TintypeException(
            Reason.UNSUPPORTED, what + " is of a kind that can't be read here", e);
      }
      throw new TintypeException(Reason.CORRUPT, what + " is damaged or ends too early", e);
    }
  }

  static TintypeException outOfMemory(OutOfMemoryError error) {
    return new TintypeException(
        Reason.TOO_LARGE, "The picture needs more memory than there is", error);
  }

  /// The readers have no exception of their own for a variant that they lack; they say it in words.
  private static boolean saysUnsupported(Throwable failure) {
    String message = failure.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains("unsupported");
  }
}
