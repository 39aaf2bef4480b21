package io.tintype.local;

import io.tintype.edge.EdgeAnswer;
import io.tintype.edge.EdgeFunction;
import io.tintype.edge.ViewerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// CloudFront as the template sets it up: runs the CloudFront Function, keeps what it may, and asks
/// the bucket first and the on-demand function after it. The header `x-tintype-cache` says where
/// an answer is from: HIT, S3 or RENDERED.
final class Edge {

  private static final String FROM = "x-tintype-cache";

  /// The origin group's criteria.
  private static final Set<Integer> FAILING_OVER = Set.of(400, 403, 404);

  /// What the template's response headers policy adds.
  private static final Map<String, String> POLICY =
      Map.of(
          "x-content-type-options",
          "nosniff",
          "content-security-policy",
          "default-src 'none'; sandbox",
          "vary",
          "Accept");

  private final EdgeFunction function;
  private final EdgeCache cache;
  private final Origin bucket;
  private final Origin onDemand;

  Edge(EdgeFunction function, EdgeCache cache, Origin bucket, Origin onDemand) {
    this.function = function;
    this.cache = cache;
    this.bucket = bucket;
    this.onDemand = onDemand;
  }

  Answer answer(Request request) {
    var viewer =
        new ViewerRequest(
            request.method(), request.rawPath(), request.rawQuery(), request.header("accept"));
    Answer answer =
        switch (function.answer(viewer)) {
          case EdgeAnswer.PassOn(String uri) -> conditional(request, found(request, uri));
          case EdgeAnswer.Refuse(int status, Map<String, String> headers, String body) ->
              new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
        };
    for (var header : POLICY.entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }

  private Answer found(Request request, String uri) {
    Optional<Answer> kept = cache.find(uri);
    if (kept.isPresent()) {
      return kept.get().with(FROM, "HIT");
    }
    long moment = cache.moment();
    Answer stored = bucket.fetch(request, uri);
    boolean missing = FAILING_OVER.contains(stored.status());
    Answer fetched = missing ? onDemand.fetch(request, uri) : stored;
    if (!request.isHead()) {
      cache.put(uri, fetched, moment);
    }
    return fetched.with(FROM, missing ? "RENDERED" : "S3");
  }

  /// Whoever has the picture already is told so, wherever it came from.
  private static Answer conditional(Request request, Answer answer) {
    String eTag = answer.headers().getOrDefault("etag", "");
    boolean known =
        answer.status() == 200
            && !eTag.isEmpty()
            && (request.header("if-none-match").equals("*")
                || List.of(request.header("if-none-match").split(" *, *", -1)).stream()
                    .anyMatch(each -> weak(each).equals(weak(eTag))));
    return known ? new Answer(304, answer.headers(), new byte[0]) : answer;
  }

  private static String weak(String eTag) {
    return eTag.startsWith("W/") ? eTag.substring(2) : eTag;
  }
}
