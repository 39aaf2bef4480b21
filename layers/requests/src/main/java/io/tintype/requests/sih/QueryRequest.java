package io.tintype.requests.sih;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.Dialect;
import io.tintype.requests.ImageRequest;
import io.tintype.requests.ImageRequest.Grammar;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.ReceivedRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An original, and nothing but query parameters that say what is made of it.
public final class QueryRequest {

  private static final Set<String> PARAMETERS =
      Set.of(
          "format",
          "fit",
          "width",
          "height",
          "rotate",
          "flip",
          "flop",
          "grayscale",
          "greyscale",
          "quality");

  private QueryRequest() {}

  /// Whether a parameter says what is to be made.
  public static boolean asked(ReceivedRequest received) {
    return received.query().keySet().stream().anyMatch(PARAMETERS::contains);
  }

  /// @param box to be filled, where the parameters name no width and no height
  /// @throws TintypeException BAD_REQUEST naming the parameter
  public static ImageRequest parse(
      ReceivedRequest received, Subject.Original original, Optional<Size> box, Dialect dialect) {
    ObjectNode edits = JsonNodeFactory.instance.objectNode();
    box.ifPresent(
        sides ->
            edits.putObject("resize").put("width", sides.width()).put("height", sides.height()));
    var asked =
        new Requests.Asked(
            Grammar.PLAIN, original, edits, OutputReader.Wishes.OF_THUMBOR, Map.of());
    return Requests.of(received, asked, dialect);
  }
}
