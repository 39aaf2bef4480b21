package io.tintype.requests.signing;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.ReceivedRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/// Serverless Image Handler's `expires`: a moment as `YYYYMMDDTHHmmssZ`, in UTC.
public final class Expiry {

  /// Name of the query parameter.
  public static final String PARAMETER = "expires";

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final int LENGTH = "20260131T235959Z".length();

  private Expiry() {}

  /// What the query says.
  ///
  /// @throws TintypeException BAD_REQUEST, see [#parse]
  public static Optional<Instant> read(ReceivedRequest request) {
    return Optional.ofNullable(request.query().get(PARAMETER)).map(Expiry::parse);
  }

  /// @throws TintypeException BAD_REQUEST when it is written otherwise or no such day exists
  public static Instant parse(String text) {
    try {
      if (text.length() == LENGTH) {
        return LocalDateTime.parse(text, FORM).toInstant(ZoneOffset.UTC);
      }
    } catch (DateTimeParseException e) {
      // said below, without Java's words for it
    }
    throw TintypeException.coded(
        Reason.BAD_REQUEST,
        "ImageRequestExpiryFormat",
        "expires: expected YYYYMMDDTHHmmssZ, as in 20260131T235959Z");
  }

  /// Fractions of a second are dropped.
  public static String format(Instant moment) {
    return FORM.format(moment.atOffset(ZoneOffset.UTC));
  }
}
