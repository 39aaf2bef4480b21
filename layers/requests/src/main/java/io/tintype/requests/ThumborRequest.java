package io.tintype.requests;

import io.tintype.imaging.Recipe;
import io.tintype.requests.ImageRequest.Answer;
import io.tintype.requests.ImageRequest.Authorization;
import io.tintype.requests.ImageRequest.Grammar;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.signing.Expiry;
import io.tintype.requests.signing.QuerySignature;
import java.util.Map;
import java.util.Optional;

/// A whole Thumbor URL: signature or `unsafe`, options, filters and the image.
final class ThumborRequest {

  private ThumborRequest() {}

  /// @throws io.tintype.imaging.TintypeException BAD_REQUEST
  static ImageRequest parse(ReceivedRequest received, ThumborPath path, Dialect dialect) {
    RecipeDraft draft = RecipeDraft.of(path.options(), dialect, new Nesting());
    String image = path.image().text();
    if (draft.wishes().extractFocal) {
      image = FocalExtraction.of(image, draft);
    }
    Subject subject = SubjectReader.read(image, path.options());
    Recipe recipe = draft.recipe();
    Wishes wishes = draft.wishes();
    Expiry.read(received).ifPresent(wishes::expires);
    return new ImageRequest(
        Grammar.THUMBOR,
        subject,
        recipe,
        answer(path, recipe, wishes),
        path.hash().isEmpty()
            ? QuerySignature.read(received)
            : new Authorization.Hash(path.hash(), path.signed()),
        wishes.expires(),
        wishes.maxAge,
        wishes.attachment,
        Optional.empty(),
        Map.of());
  }

  private static Answer answer(ThumborPath path, Recipe recipe, Wishes wishes) {
    if (path.params()) {
      return new Answer.Params(ParamsFields.of(path));
    }
    if (path.meta()) {
      return new Answer.Meta(wishes.blurHash, wishes.thumbHash, wishes.averageColor);
    }
    if (wishes.raw) {
      return new Answer.Raw();
    }
    return new Answer.Picture(recipe.output().format().isEmpty(), wishes.stored);
  }
}
