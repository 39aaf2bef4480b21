package io.tintype.requests;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Every filter that is understood, by name. Names and meanings are thumbor's, or imagor's where
/// thumbor has none; docs/urls.md lists them with their ranges and says where the two disagree.
final class Filters {

  private static final Map<String, Filter> KNOWN =
      union(
          ToneFilters.ALL,
          DetailFilters.ALL,
          GeometryFilters.ALL,
          SizingFilters.ALL,
          DrawingFilters.ALL,
          OutputFilters.ALL,
          RequestFilters.ALL);

  /// Filters of the peers that are not had here, and why.
  private static final Map<String, String> UNAVAILABLE =
      Map.of(
          "red_eye", "red eyes are not recognised",
          "gifv", "no video is made",
          "draw_detections", "faces are not outlined; redact() covers them",
          "fallback_format", "an animation in a format without any is its first frame");

  private Filters() {}

  /// @throws TintypeException BAD_REQUEST naming the filter
  static void apply(FilterCall call, RecipeDraft draft) {
    Filter filter = KNOWN.get(call.name());
    if (filter == null) {
      throw new TintypeException(Reason.BAD_REQUEST, unknown(call.name()));
    }
    Arguments arguments = Arguments.of(call.name() + filter.arguments(), call);
    try {
      filter.meaning().apply(arguments, draft);
    } catch (IllegalArgumentException e) {
      throw new TintypeException(
          Reason.BAD_REQUEST, "filter " + call.name() + ": " + lowerCaseFirst(e.getMessage()), e);
    }
  }

  /// All names, for those who list them.
  static Collection<String> names() {
    return new TreeSet<>(KNOWN.keySet());
  }

  private static String unknown(String name) {
    String reason = UNAVAILABLE.get(name);
    if (reason != null) {
      return "filter " + name + ": not available, " + reason;
    }
    String hint = Spelling.hint(name, KNOWN.keySet());
    return "filter "
        + Received.text(name)
        + ": not known"
        + (hint.isEmpty() ? "; expected one of " + String.join(", ", names()) : hint);
  }

  private static String lowerCaseFirst(@Nullable String text) {
    String message = text == null || text.isEmpty() ? "bad argument" : text;
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  @SafeVarargs
  private static Map<String, Filter> union(Map<String, Filter>... tables) {
    Map<String, Filter> union = new HashMap<>();
    for (Map<String, Filter> table : tables) {
      table.forEach(
          (name, filter) -> {
            if (union.put(name, filter) != null) {
              throw new IllegalStateException("The filter " + name + " is declared twice");
            }
          });
    }
    return Map.copyOf(union);
  }
}
