package io.tintype.aws;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ImageId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;

/// Where an image stands in its owner's list. Also the cursor of a page: it names the last image of
/// that page but no owner, so a cursor opens nobody else's list.
record ListPlace(Instant createdAt, ImageId id) {

  /// Of one width, so that the order of the texts is the order of the times.
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  /// `<createdAt>#<id>`, the index's sort key.
  String order() {
    return time(createdAt) + "#" + id;
  }

  String cursor() {
    byte[] order = order().getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(order);
  }

  /// @throws TintypeException BAD_REQUEST for what no [#cursor] gives
  static ListPlace ofCursor(String cursor) {
    try {
      var order = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int mark = order.indexOf('#');
      if (mark > 0) {
        var place =
            new ListPlace(
                Instant.parse(order.substring(0, mark)), new ImageId(order.substring(mark + 1)));
        if (place.order().equals(order)) {
          return place;
        }
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new TintypeException(Reason.BAD_REQUEST, refusal(cursor), e);
    }
    throw new TintypeException(Reason.BAD_REQUEST, refusal(cursor));
  }

  private static String refusal(String cursor) {
    return "Expected the cursor of an earlier page but received " + cursor;
  }
}
