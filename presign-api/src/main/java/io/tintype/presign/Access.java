package io.tintype.presign;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Owner;

/// What callers without a token may do. Callers with one are let through: they only ever reach
/// what is theirs.
///
/// @param moderatorScope scope of a token whose bearer may overrule verdicts, about anybody's image
public record Access(
    boolean anonymousUploads,
    boolean anonymousList,
    boolean anonymousDelete,
    boolean anonymousModeration,
    String moderatorScope) {

  /// @throws TintypeException FORBIDDEN naming the setting that would allow it
  Owner toUpload(Call call) {
    return caller(call, anonymousUploads, "Uploads", "TINTYPE_ALLOW_ANONYMOUS_UPLOADS");
  }

  /// @throws TintypeException FORBIDDEN naming the setting that would allow it
  Owner toList(Call call) {
    return caller(call, anonymousList, "Listing", "TINTYPE_ALLOW_ANONYMOUS_LIST");
  }

  /// @throws TintypeException FORBIDDEN naming the setting that would allow it
  Owner toDelete(Call call) {
    return caller(call, anonymousDelete, "Deleting", "TINTYPE_ALLOW_ANONYMOUS_DELETE");
  }

  /// @return who overrules
  /// @throws TintypeException FORBIDDEN naming the scope, or the setting that would allow it
  Owner toRule(Call call) {
    Owner caller =
        caller(call, anonymousModeration, "Overruling", "TINTYPE_ALLOW_ANONYMOUS_MODERATION");
    if (call.caller().isPresent() && !call.scopes().contains(moderatorScope)) {
      throw new TintypeException(
          Reason.FORBIDDEN, "Overruling needs a token with the scope " + moderatorScope);
    }
    return caller;
  }

  /// Whoever knows the id of a public image may look at its record.
  Owner toLook(Call call) {
    return call.caller().orElse(Owner.PUBLIC);
  }

  private static Owner caller(Call call, boolean anonymous, String what, String setting) {
    return call.caller()
        .orElseGet(
            () -> {
              if (anonymous) {
                return Owner.PUBLIC;
              }
              throw new TintypeException(
                  Reason.FORBIDDEN,
                  what + " needs a token here (allowed without one by " + setting + "=true)");
            });
  }
}
