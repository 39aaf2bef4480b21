package io.tintype.ondemand;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Derivative;
import io.tintype.pipeline.ondemand.Found;
import io.tintype.pipeline.ondemand.Stages.Stage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes what was found as an HTTP response.
final class PictureReply {

  /// Lambda answers with 6 MB at most, of which base64 leaves three quarters.
  static final int LARGEST_BODY = 4_700_000;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private PictureReply() {}

  /// @throws TintypeException TOO_LARGE for what can neither be sent nor be fetched from S3
  static Reply of(Found found, Call call) {
    Derivative derivative = found.derivative();
    String eTag = eTag(derivative.bytes());
    Map<String, String> headers = headers(found, eTag);
    if (call.knows(eTag)) {
      headers.remove("content-type");
      return Reply.empty(304, headers);
    }
    if (derivative.bytes().length > LARGEST_BODY && !call.isHead()) {
      return elsewhere(found);
    }
    Reply reply = new Reply(200, headers, derivative.bytes());
    return call.isHead() ? reply.bodiless() : reply;
  }

  /// CloudFront finds it in S3 when the viewer asks again.
  private static Reply elsewhere(Found found) {
    if (!found.stored()) {
      throw TintypeException.coded(
          Reason.TOO_LARGE,
          "TooLargeImageException",
          "The picture has "
              + found.derivative().bytes().length
              + " bytes; one that can't be stored may have "
              + LARGEST_BODY);
    }
    return Reply.empty(
        302,
        Map.of(
            "location", onThisHost(found.address()),
            "cache-control", "no-store",
            "server-timing", timing(found.stages())));
  }

  /// What starts with two slashes would be read as the name of another host (RFC 3986, 4.2).
  private static String onThisHost(String address) {
    return address.startsWith("//") ? "/." + address : address;
  }

  private static Map<String, String> headers(Found found, String eTag) {
    Map<String, String> headers = new LinkedHashMap<>();
    found.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    Derivative derivative = found.derivative();
    headers.put("content-type", derivative.mediaType());
    headers.put("etag", eTag);
    headers.put("last-modified", DATE.format(found.modified()));
    derivative.cacheControl().ifPresent(value -> headers.put("cache-control", value));
    derivative.disposition().ifPresent(value -> headers.put("content-disposition", value));
    if (found.negotiated()) {
      headers.put("vary", "Accept");
    }
    headers.put("server-timing", timing(found.stages()));
    return headers;
  }

  /// As S3 gives it to the same bytes, so that what browsers have stays known.
  private static String eTag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(bytes);
      return '"' + HexFormat.of().formatHex(hash) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }

  private static String timing(List<Stage> stages) {
    return stages.stream()
        .map(
            stage ->
                String.format(
                    Locale.ROOT,
                    "%s;dur=%.1f",
                    stage.name(),
                    stage.duration().toNanos() / 1_000_000.0))
        .collect(Collectors.joining(", "));
  }
}
