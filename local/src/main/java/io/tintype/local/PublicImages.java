package io.tintype.local;

import io.tintype.imaging.Format;
import io.tintype.pipeline.DerivativeKeys;
import io.tintype.pipeline.ObjectRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/// What viewers see of the stack: `/v/<variant>/<original key>`, with the best format that both
/// sides have, and `/v/<variant>.<format>/<original key>`. Answers come from the derivatives
/// bucket with the headers they were stored with.
final class PublicImages {

  static final String PREFIX = "/v/";

  private static final Pattern PATH =
      Pattern.compile("/v/(?<variant>[a-z0-9-]{1,40})(\\.(?<format>[a-z0-9]+))?/(?<key>.+)");

  /// Formats that a viewer must ask for by name, best first; the rest every browser shows.
  private static final List<String> ASKED_FOR = List.of("avif", "webp");

  private static final List<String> COMMON = List.of("jpg", "jpeg", "png", "gif");

  private final S3Client s3;

  PublicImages(S3Client s3) {
    this.s3 = s3;
  }

  Answer answer(Request request) {
    if (!request.reads()) {
      return Answer.error(405, "MethodNotAllowed", "only GET and HEAD").with("allow", "GET, HEAD");
    }
    Matcher path = PATH.matcher(request.path());
    if (!path.matches()) {
      return missing();
    }
    var original = new ObjectRef(Services.ORIGINALS, path.group("key"));
    String anyFile = DerivativeKeys.variant(original, path.group("variant"), Format.PNG);
    String start = anyFile.substring(0, anyFile.lastIndexOf('.') + 1);
    String format = path.group("format");
    Optional<String> chosen =
        format == null ? negotiated(start, request.header("accept")) : Optional.of(format);
    Answer answer = chosen.flatMap(name -> stored(start + name, request)).orElseGet(this::missing);
    return format == null ? answer.with("vary", "Accept") : answer;
  }

  private Optional<String> negotiated(String start, String accept) {
    Set<String> stored = new TreeSet<>();
    s3
        .listObjectsV2(request -> request.bucket(Services.DERIVATIVES).prefix(start))
        .contents()
        .stream()
        .map(S3Object::key)
        .forEach(key -> stored.add(key.substring(start.length())));
    for (String format : ASKED_FOR) {
      if (stored.contains(format) && accept.contains("image/" + format)) {
        return Optional.of(format);
      }
    }
    return COMMON.stream()
        .filter(stored::contains)
        .findFirst()
        .or(() -> stored.stream().findFirst());
  }

  private Optional<Answer> stored(String key, Request request) {
    try {
      ResponseBytes<GetObjectResponse> object =
          s3.getObjectAsBytes(get -> get.bucket(Services.DERIVATIVES).key(key));
      GetObjectResponse head = object.response();
      Map<String, String> headers = new HashMap<>();
      headers.put("content-type", head.contentType());
      headers.put("etag", head.eTag());
      headers.put("x-content-type-options", "nosniff");
      if (head.cacheControl() != null) {
        headers.put("cache-control", head.cacheControl());
      }
      return Optional.of(
          isKnown(request.header("if-none-match"), head.eTag())
              ? new Answer(304, headers, new byte[0])
              : new Answer(200, headers, object.asByteArrayUnsafe()));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  private static boolean isKnown(String ifNoneMatch, String eTag) {
    return List.of(ifNoneMatch.replace("W/", "").split(" *, *")).contains(eTag)
        || ifNoneMatch.equals("*");
  }

  private Answer missing() {
    return Answer.error(404, "NotFound", "there is no such variant");
  }
}
