package io.tintype.requests;

import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.ImageRequest.Answer;
import io.tintype.requests.ImageRequest.Grammar;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.signing.Expiry;
import io.tintype.requests.signing.QuerySignature;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/v/<variant>/<key>` and `/v/<variant>.<format>/<key>`: a variant of `variants.yaml`.
final class VariantRequest {

  private static final Pattern NAME =
      Pattern.compile("([a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?)(?:\\.([a-z]{1,5}))?");

  private VariantRequest() {}

  static boolean asked(ReceivedRequest received) {
    return received.path().startsWith("/v/");
  }

  /// @throws TintypeException NOT_FOUND for what can be no variant, BAD_REQUEST for a bad key
  static ImageRequest parse(ReceivedRequest received, PathText path) {
    int start = "/v/".length();
    int slash = path.slash(start);
    String text = path.text().substring(start, slash < 0 ? path.length() : slash);
    Matcher name = NAME.matcher(text);
    if (slash < 0 || !name.matches()) {
      throw notFound("Expected /v/<variant>/<key> but received /v/" + Received.text(text));
    }
    Optional<Format> format = Optional.ofNullable(name.group(2)).map(VariantRequest::format);
    Subject.Original original = SubjectReader.original(path.text().substring(slash + 1));
    return new ImageRequest(
        Grammar.VARIANT,
        new Subject.Variant(name.group(1), format, original),
        Recipe.IDENTITY,
        new Answer.Picture(/* negotiable= */ format.isEmpty()),
        QuerySignature.read(received),
        Expiry.read(received));
  }

  private static Format format(String id) {
    return Format.named(id)
        .orElseThrow(
            () -> notFound("Expected a format such as webp but received " + Received.text(id)));
  }

  private static TintypeException notFound(String message) {
    return new TintypeException(Reason.NOT_FOUND, message);
  }
}
