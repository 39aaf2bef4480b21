package io.tintype.ondemand;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Derivative;
import io.tintype.pipeline.ondemand.FallbackImage;
import io.tintype.pipeline.ondemand.Found;
import io.tintype.pipeline.ondemand.RenderOnDemand;
import io.tintype.requests.AdHocKey;
import io.tintype.requests.DerivativeKey;
import io.tintype.requests.ImageRequest;
import io.tintype.requests.PublicRequest;
import io.tintype.requests.ReceivedRequest;
import io.tintype.requests.RequestParser;
import io.tintype.requests.VariantKey;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Where requests come in and answers go out. What came in is a derivative's key; the request that
/// the viewer sent is read back out of it.
final class Door {

  /// A file that a browser opens by itself may load nothing and run nothing; SVG is such a file.
  static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

  /// A letter or a digit of ASCII in percent-encoding.
  private static final Pattern NEEDLESS =
      Pattern.compile("%(?:3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa])");

  private final RequestParser parser;
  private final RenderOnDemand renderOnDemand;
  private final FallbackImage fallback;
  private final Optional<String> corsOrigin;

  /// @param corsOrigin whose web pages may read the answers
  Door(
      RequestParser parser,
      RenderOnDemand renderOnDemand,
      FallbackImage fallback,
      Optional<String> corsOrigin) {
    this.parser = parser;
    this.renderOnDemand = renderOnDemand;
    this.fallback = fallback;
    this.corsOrigin = corsOrigin;
  }

  Reply answer(Call call, Duration timeLeft) {
    return switch (call.method()) {
      case "GET", "HEAD" -> dressed(picture(call, timeLeft));
      case "OPTIONS" -> dressed(Reply.empty(204, Map.of("cache-control", "no-store")));
      default ->
          dressed(FailureReply.of(405, "MethodNotAllowed", "Expected GET or HEAD"))
              .with(Map.of("allow", "GET, HEAD, OPTIONS"));
    };
  }

  /// What a request is about, once it has been understood. Both take the time that is left.
  private record Asked(
      Function<Duration, Found> picture, Function<Duration, Optional<Derivative>> placeholder) {}

  private Reply picture(Call call, Duration timeLeft) {
    long start = System.nanoTime();
    try {
      return shown(asked(DerivativeKey.parse(call.path())), call, timeLeft);
    } catch (RuntimeException e) {
      Reply failure = FailureReply.of(e);
      Duration left = timeLeft.minusNanos(System.nanoTime() - start);
      Reply shown =
          fallback.picture(left).map(picture -> inPlaceOf(failure, picture)).orElse(failure);
      return call.isHead() ? shown.bodiless() : shown;
    }
  }

  private Asked asked(DerivativeKey key) {
    return switch (key) {
      case AdHocKey adHoc -> {
        ImageRequest request = parser.parse(genuine(adHoc.request()));
        yield new Asked(
            timeLeft -> renderOnDemand.rendition(adHoc, request, timeLeft),
            timeLeft -> renderOnDemand.placeholder(adHoc, request, timeLeft));
      }
      case VariantKey variant ->
          new Asked(
              timeLeft -> renderOnDemand.variant(variant, timeLeft),
              timeLeft -> renderOnDemand.placeholder(variant, timeLeft));
    };
  }

  /// @throws RuntimeException for what is in the way, unless a placeholder stands for it
  private static Reply shown(Asked asked, Call call, Duration timeLeft) {
    long start = System.nanoTime();
    try {
      return PictureReply.of(asked.picture().apply(timeLeft), call);
    } catch (TintypeException e) {
      if (e.reason() != Reason.REJECTED) {
        throw e;
      }
      Duration left = timeLeft.minusNanos(System.nanoTime() - start);
      Derivative placeholder = asked.placeholder().apply(left).orElseThrow(() -> e);
      Reply shown = inPlaceOf(FailureReply.of(e), placeholder);
      return call.isHead() ? shown.bodiless() : shown;
    }
  }

  /// Whoever has no right to ask isn't told what is wrong with the question.
  private ReceivedRequest genuine(PublicRequest request) {
    return renderOnDemand.genuine(parser.claims(received(request)));
  }

  private static ReceivedRequest received(PublicRequest request) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String parameter : request.query().split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      query.put(decoded(name), equals < 0 ? "" : decoded(parameter.substring(equals + 1)));
    }
    query.remove("");
    return new ReceivedRequest(request.path(), query);
  }

  /// Signatures cover parameters decoded, so what needs no encoding may have none: one signature
  /// would otherwise be good for any number of addresses.
  private static String decoded(String text) {
    if (NEEDLESS.matcher(text).find()) {
      throw new TintypeException(
          Reason.BAD_REQUEST, "The query encodes letters or digits, which nobody has to");
    }
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new TintypeException(
          Reason.BAD_REQUEST, "The query is not percent-encoded as it should be", e);
    }
  }

  private static Reply inPlaceOf(Reply failure, Derivative picture) {
    return picture.bytes().length > PictureReply.LARGEST_BODY
        ? failure
        : new Reply(failure.status(), failure.headers(), picture.bytes())
            .with(Map.of("content-type", picture.mediaType()));
  }

  private Reply dressed(Reply reply) {
    Map<String, String> more = new LinkedHashMap<>();
    more.put("x-content-type-options", "nosniff");
    more.put("content-security-policy", POLICY);
    corsOrigin.ifPresent(
        origin -> {
          more.put("access-control-allow-origin", origin);
          more.put("access-control-allow-methods", "GET, HEAD, OPTIONS");
          more.put("access-control-allow-headers", "Content-Type, Authorization");
        });
    return reply.with(more);
  }
}
