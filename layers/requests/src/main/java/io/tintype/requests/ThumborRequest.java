package io.tintype.requests;

import io.tintype.requests.ImageRequest.Answer;
import io.tintype.requests.ImageRequest.Authorization;
import io.tintype.requests.ImageRequest.Grammar;
import io.tintype.requests.signing.QuerySignature;

/// A whole Thumbor URL: signature or `unsafe`, options, filters and the image.
final class ThumborRequest {

  private ThumborRequest() {}

  /// Whether the path starts with `unsafe` or a signature, which no other grammar has.
  static boolean marked(ReceivedRequest received) {
    ThumborPath path = ThumborPath.read(PathText.decode(received.path()));
    return path.unsafe() || !path.hash().isEmpty();
  }

  /// @throws io.tintype.imaging.TintypeException BAD_REQUEST
  static ImageRequest parse(ReceivedRequest received, Dialect dialect) {
    ThumborPath path = ThumborPath.read(PathText.decode(received.path()));
    RecipeDraft draft = RecipeDraft.of(path.options());
    Authorization authorization =
        path.hash().isEmpty()
            ? QuerySignature.read(received)
            : new Authorization.Hash(path.hash(), path.signed());
    return new ImageRequest(
        Grammar.THUMBOR,
        SubjectReader.read(path.image().text(), path.options()),
        draft.recipe(),
        answer(path, draft),
        authorization);
  }

  private static Answer answer(ThumborPath path, RecipeDraft draft) {
    if (path.params()) {
      return new Answer.Params();
    }
    if (path.meta()) {
      return new Answer.Meta();
    }
    return new Answer.Picture(draft.recipe().output().format().isEmpty());
  }
}
