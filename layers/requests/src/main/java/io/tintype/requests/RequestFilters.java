package io.tintype.requests;

import io.tintype.requests.ImageRequest.Answer.Meta.Waves;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Filters that are about the answer and not about the picture; they have no meaning in a variant.
final class RequestFilters {

  /// The last millisecond of the year 9999.
  private static final long LATEST = 253_402_300_799_999L;

  static final Map<String, Filter> ALL =
      Map.ofEntries(
          Filter.of("attachment", "([filename])", RequestFilters::attachment),
          Filter.of("avgcolor", "()", (arguments, draft) -> draft.wishes().averageColor = true),
          Filter.of("blurhash", "(x,y)", RequestFilters::blurHash),
          Filter.of("expire", "(milliseconds)", RequestFilters::expire),
          Filter.of("extract_focal", "()", (a, draft) -> draft.wishes().extractFocal = true),
          Filter.of("max_age", "(seconds)", RequestFilters::maxAge),
          Filter.of("preview", "()", (arguments, draft) -> draft.wishes().stored = false),
          Filter.of("raw", "()", (arguments, draft) -> draft.wishes().raw = true),
          Filter.of("thumbhash", "()", (arguments, draft) -> draft.wishes().thumbHash = true));

  private RequestFilters() {}

  private static void attachment(Arguments arguments, RecipeDraft draft) {
    draft.wishes().attachment = Optional.of(arguments.has(0) ? arguments.text(0) : "");
  }

  private static void blurHash(Arguments arguments, RecipeDraft draft) {
    draft.wishes().blurHash =
        Optional.of(new Waves(arguments.whole(0, 1, 9), arguments.whole(1, 1, 9)));
  }

  private static void expire(Arguments arguments, RecipeDraft draft) {
    Instant moment = Instant.ofEpochMilli(arguments.wholeLong(0, 0, LATEST));
    draft.wishes().expires(moment);
  }

  private static void maxAge(Arguments arguments, RecipeDraft draft) {
    draft.wishes().maxAge = Optional.of(Duration.ofSeconds(arguments.whole(0, 0, 2_147_483_647)));
  }
}
