package io.tintype.presign;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.pipeline.DeleteImage;
import io.tintype.pipeline.Failure;
import io.tintype.pipeline.GrantUpload;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageQueries;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.ImageRecords;
import io.tintype.pipeline.InMemoryDerivatives;
import io.tintype.pipeline.InMemoryImageRecords;
import io.tintype.pipeline.InMemoryOriginals;
import io.tintype.pipeline.Invalidations;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.OverruleVerdict;
import io.tintype.pipeline.Owner;
import io.tintype.pipeline.PictureFacts;
import io.tintype.pipeline.PublicUrls;
import io.tintype.pipeline.Status;
import io.tintype.pipeline.StoredVariant;
import io.tintype.pipeline.Sweeps;
import io.tintype.pipeline.UploadSigner;
import io.tintype.pipeline.Withdrawal;
import io.tintype.pipeline.Work;
import io.tintype.pipeline.moderation.Insights;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The whole handler on ports in memory, and calls as API Gateway would make them.
final class Stage {

  static final Access OPEN = new Access(true, true, true, true, "moderator");
  static final Access CLOSED = new Access(false, false, false, false, "moderator");
  static final Instant NOW = Instant.parse("2026-11-21T13:00:00Z");
  static final String ISSUER = "https://issuer.example";
  static final Owner ME = Owner.of(ISSUER, "me");

  static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  final ImageRecords records;
  final InMemoryOriginals originals = new InMemoryOriginals();
  final InMemoryDerivatives derivatives = new InMemoryDerivatives();

  /// What was asked to be rendered once more.
  final List<ImageRecord> requested = new ArrayList<>();

  private final PresignHandler handler;

  Stage(Access access) {
    this(access, new InMemoryImageRecords());
  }

  Stage(Access access, ImageRecords records) {
    this.records = records;
    UploadSigner signer =
        upload ->
            new UploadSigner.SignedUpload(
                URI.create("https://originals.example/" + upload.object().key() + "?signed"),
                Map.of("content-type", upload.contentType(), "if-none-match", "*"));
    var rules =
        new GrantUpload.Rules(
            "originals",
            Set.of("image/jpeg", "image/png", "image/tiff"),
            50_000_000,
            Duration.ofMinutes(10),
            _ -> List.of("thumb", "card"));
    var withdrawal = new Withdrawal(records, derivatives, Invalidations.NONE);
    this.handler =
        new PresignHandler(
            new Wiring(
                new GrantUpload(records, signer, rules, () -> NOW),
                new ImageQueries(records),
                new DeleteImage(records, withdrawal, Sweeps.NONE, originals, () -> NOW),
                Optional.of(new OverruleVerdict(records, withdrawal, requested::add, () -> NOW)),
                new PublicUrls(Optional.of("https://img.example")),
                access));
  }

  /// A call through the route that API Gateway finds for it.
  APIGatewayV2HTTPResponse call(String method, String target) {
    return call(method, target, Optional.empty(), Optional.empty());
  }

  APIGatewayV2HTTPResponse call(
      String method, String target, Optional<String> subject, Optional<String> body) {
    return handle(event(method, target, subject, body));
  }

  APIGatewayV2HTTPResponse post(String body) {
    return call("POST", "/uploads", Optional.empty(), Optional.of(body));
  }

  APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
    return handle(handler, event);
  }

  @SuppressWarnings("NullAway") // the handler doesn't look at Lambda's context
  static APIGatewayV2HTTPResponse handle(PresignHandler handler, APIGatewayV2HTTPEvent event) {
    return handler.handleRequest(event, null);
  }

  static APIGatewayV2HTTPEvent event(
      String method, String target, Optional<String> subject, Optional<String> body) {
    URI uri = URI.create(target);
    var http =
        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
            .withMethod(method)
            .withPath(uri.getPath())
            .build();
    var context =
        APIGatewayV2HTTPEvent.RequestContext.builder().withStage("$default").withHttp(http);
    subject.ifPresent(
        sub ->
            context.withAuthorizer(
                APIGatewayV2HTTPEvent.RequestContext.Authorizer.builder()
                    .withJwt(
                        APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT
                            .builder()
                            .withClaims(Map.of("iss", ISSUER, "sub", sub))
                            .build())
                    .build()));
    var event =
        APIGatewayV2HTTPEvent.builder()
            .withVersion("2.0")
            .withRouteKey(routeKey(method, uri.getPath()))
            .withRawPath(uri.getPath())
            .withRequestContext(context.build());
    body.ifPresent(event::withBody);
    Optional.ofNullable(uri.getQuery())
        .ifPresent(query -> event.withQueryStringParameters(parameters(query)));
    return event.build();
  }

  private static String routeKey(String method, String path) {
    String template = path.replaceFirst("^/images/[^/]+", "/images/{id}");
    return Set.of(
                "POST /uploads",
                "GET /images",
                "GET /images/{id}",
                "DELETE /images/{id}",
                "PUT /images/{id}/moderation",
                "GET /openapi.json")
            .contains(method + " " + template)
        ? method + " " + template
        : "$default";
  }

  private static Map<String, String> parameters(String query) {
    return List.of(query.split("&")).stream()
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  static JsonNode json(APIGatewayV2HTTPResponse response) {
    return json(response.getBody());
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  /// Stores a record as the renderer leaves it.
  ImageId stored(Owner owner, Status status) {
    ImageId id = ImageId.at(NOW);
    boolean ready = status == Status.READY;
    var record =
        new ImageRecord(
            id,
            1,
            new ObjectRef("originals", "uploads/" + id + "/my cat.jpg"),
            owner,
            status,
            Work.NONE,
            ready ? Optional.of(facts()) : Optional.empty(),
            Insights.NONE,
            ready ? List.of(thumb(id)) : List.of(),
            status == Status.FAILED
                ? Optional.of(new Failure(Reason.UNSUPPORTED, "This is not an image"))
                : Optional.empty(),
            /* deletedForGood= */ false,
            /* announced= */ false,
            NOW,
            NOW,
            Optional.empty());
    if (!records.save(record)) {
      throw new AssertionError("the id is taken: " + id);
    }
    return id;
  }

  private static PictureFacts facts() {
    return new PictureFacts(
        Format.JPEG, new Size(3000, 4000), 6, 1, 2_000_000, "3OcRJYB4d3h/", "#8a6f52");
  }

  private static StoredVariant thumb(ImageId id) {
    return new StoredVariant(
        "thumb", "derivatives/v/" + id + "/thumb.webp", Format.WEBP, new Size(240, 320), 9120);
  }
}
