package io.tintype.requests.sih;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tintype.imaging.Output;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.Dialect;
import io.tintype.requests.ImageRequest;
import io.tintype.requests.ImageRequest.Answer;
import io.tintype.requests.ImageRequest.ContentModeration;
import io.tintype.requests.ImageRequest.Grammar;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.ReceivedRequest;
import io.tintype.requests.signing.Expiry;
import io.tintype.requests.signing.QuerySignature;
import java.util.Map;
import java.util.Optional;

/// Makes requests of an original and its edits.
final class Requests {

  private Requests() {}

  /// What a path says.
  ///
  /// @param edits the query's are merged over them, in place
  record Asked(
      Grammar grammar,
      Subject.Original original,
      ObjectNode edits,
      OutputReader.Wishes wishes,
      Map<String, String> headers) {}

  /// @throws TintypeException BAD_REQUEST
  static ImageRequest of(ReceivedRequest received, Asked asked, Dialect dialect) {
    ObjectNode edits = asked.edits();
    QueryEdits.merge(received.query(), edits);
    Fields fields = new Fields("edits", edits, dialect);
    Output read = OutputReader.read(fields, asked.wishes());
    Output output = QueryEdits.quality(received.query()).map(read::withQuality).orElse(read);
    Optional<ContentModeration> moderation = ModerationReader.read(fields);
    Recipe recipe = EditsReader.read(fields, output);
    // Serverless Image Handler negotiates over everything but toFormat.
    boolean named =
        dialect == Dialect.SIH
            ? edits.hasNonNull("toFormat")
            : recipe.output().format().isPresent();
    return new ImageRequest(
        asked.grammar(),
        asked.original(),
        recipe,
        new Answer.Picture(/* negotiable= */ !named),
        QuerySignature.read(received),
        Optional.ofNullable(received.query().get(Expiry.PARAMETER)).map(Expiry::parse),
        Optional.empty(),
        Optional.empty(),
        moderation,
        asked.headers());
  }
}
