package io.tintype.requests;

import io.tintype.imaging.Reason;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.ImageRequest.Subject;

/// The option part of a Thumbor URL, without a signature and without an image, as in
/// `fit-in/320x320/filters:quality(75)`:
///
/// ```
/// [trim[:corner][:tolerance]/][LxT:RxB/][adaptive-][full-]fit-in/ or stretch/
/// [-][W]x[-][H]/[GxH[:IxJ]/][left|center|right/][top|middle|bottom/][smart/]
/// [filters:name(arguments):name(arguments)]
/// ```
///
/// This is thumbor's order, with imagor's `stretch/`, padding and fractional crops. A slash at
/// the start or the end may be left out. The text is plain, not percent-encoded.
public final class ThumborOptions {

  private ThumborOptions() {}

  /// @return the recipe; the picture as it is for an empty text
  /// @throws TintypeException BAD_REQUEST naming the segment or filter, what was received and
  ///     what was expected
  public static Recipe parse(String options) {
    boolean whole = options.isEmpty() || options.endsWith("/");
    PathText path = PathText.plain(whole ? options : options + "/");
    OptionReader reader = new OptionReader(path, path.plain(0, '/') ? 1 : 0);
    OptionPath read = reader.read();
    if (reader.position() < path.length()) {
      throw new TintypeException(Reason.BAD_REQUEST, reader.complaint());
    }
    for (FilterCall call : read.filters()) {
      if (RequestFilters.ALL.containsKey(call.name())) {
        throw new TintypeException(
            Reason.BAD_REQUEST,
            "filter " + call.name() + ": not allowed here, it is about the answer to a URL");
      }
    }
    Recipe recipe = RecipeDraft.of(read, Dialect.TINTYPE, new Nesting()).recipe();
    recipe.inputs().forEach(ThumborOptions::requirePlain);
    return recipe;
  }

  /// A variant's watermark is an object beside its original, drawn as it is.
  private static void requirePlain(String reference) {
    Subject subject = Operand.parse(reference, new Size(1, 1), Dialect.TINTYPE).subject();
    boolean beside = subject instanceof Subject.Original original && original.bucket().isEmpty();
    if (reference.startsWith("/") || !beside) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "image "
              + Received.text(reference)
              + ": expected the key of an object in the original's bucket, without / before it");
    }
  }
}
