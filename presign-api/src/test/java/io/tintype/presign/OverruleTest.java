package io.tintype.presign;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.Owner;
import io.tintype.pipeline.Status;
import io.tintype.pipeline.moderation.Ruling;
import io.tintype.pipeline.moderation.Ruling.Overruling;
import io.tintype.pipeline.moderation.Verdict;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `PUT /images/{id}/moderation`.
class OverruleTest {

  private static final String APPROVED = "{\"verdict\": \"APPROVED\"}";

  private final Stage closed = new Stage(Stage.CLOSED);

  /// About anybody's image; with scopes as issuers write them and API Gateway hands them on.
  @ParameterizedTest
  @CsvSource({"scope, moderator", "scope, images moderator", "scp, [images moderator]"})
  void takesTheWordOfAModeratorAndKeepsWhoAndWhen(String claim, String scopes) {
    ImageId id = closed.stored(Owner.of(Stage.ISSUER, "somebody"), Status.READY);

    APIGatewayV2HTTPResponse response = rule(closed, id, claim, scopes, APPROVED);

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(Stage.json(response).at("/moderation"))
        .isEqualTo(
            Stage.json(
                """
                {"verdict": "APPROVED", "labels": [],
                 "overruledBy": "https://issuer.example|me", "overruledAt": "2026-11-21T13:00:00Z"}
                """));
    ImageRecord record = closed.records.find(id).orElseThrow();
    assertThat(record.status()).isEqualTo(Status.PROCESSING);
    assertThat(record.insights().ruling())
        .contains(
            new Ruling(Verdict.APPROVED, Optional.of(new Overruling(Stage.ME.value(), Stage.NOW))));
    assertThat(closed.requested).extracting(ImageRecord::id).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"images", "moderators", "a-moderator", ""})
  void takesNobodyElsesWordNotEvenTheOwners(String scopes) {
    ImageId id = closed.stored(Stage.ME, Status.READY);

    APIGatewayV2HTTPResponse response = rule(closed, id, "scope", scopes, APPROVED);

    assertThat(response.getStatusCode()).isEqualTo(403);
    assertThat(response.getBody()).contains("scope moderator");
    assertUntouched(closed, id);
  }

  @Test
  void isOffWithoutATokenUnlessItIsSwitchedOn() {
    ImageId id = closed.stored(Owner.PUBLIC, Status.READY);
    APIGatewayV2HTTPResponse refused = anonymous(closed, id, APPROVED);
    assertThat(refused.getStatusCode()).isEqualTo(403);
    assertThat(refused.getBody()).contains("TINTYPE_ALLOW_ANONYMOUS_MODERATION=true");
    assertUntouched(closed, id);

    var open = new Stage(Stage.OPEN);
    ImageId other = open.stored(Owner.PUBLIC, Status.READY);
    assertThat(anonymous(open, other, APPROVED).getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void knowsEveryVerdict(Verdict verdict) {
    ImageId id = closed.stored(Stage.ME, Status.REJECTED);

    var response = rule(closed, id, "scope", "moderator", "{\"verdict\": \"" + verdict + "\"}");

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(closed.records.find(id).orElseThrow().insights().verdict()).contains(verdict);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"verdict\": \"approved\"}",
        "{\"verdict\": \"APPROVED\", \"x\": 1}"
      })
  void refusesAnythingElse(String body) {
    ImageId id = closed.stored(Stage.ME, Status.READY);

    assertThat(rule(closed, id, "scope", "moderator", body).getStatusCode()).isEqualTo(400);
    assertUntouched(closed, id);
  }

  @ParameterizedTest
  @CsvSource({"DELETED, 404", "AWAITING_UPLOAD, 400", "FAILED, 400"})
  void hasNothingToRuleOnWithoutAPicture(Status status, int answer) {
    ImageId id = closed.stored(Stage.ME, status);

    assertThat(rule(closed, id, "scope", "moderator", APPROVED).getStatusCode()).isEqualTo(answer);
    assertUntouched(closed, id);
  }

  private static void assertUntouched(Stage stage, ImageId id) {
    assertThat(stage.records.find(id).orElseThrow().insights().ruling()).isEmpty();
    assertThat(stage.requested).isEmpty();
  }

  private static APIGatewayV2HTTPResponse anonymous(Stage stage, ImageId id, String body) {
    return stage.call("PUT", "/images/" + id + "/moderation", Optional.empty(), Optional.of(body));
  }

  private static APIGatewayV2HTTPResponse rule(
      Stage stage, ImageId id, String claim, String scopes, String body) {
    APIGatewayV2HTTPEvent event =
        Stage.event("PUT", "/images/" + id + "/moderation", Optional.of("me"), Optional.of(body));
    event
        .getRequestContext()
        .getAuthorizer()
        .getJwt()
        .setClaims(Map.of("iss", Stage.ISSUER, "sub", "me", claim, scopes));
    return stage.handle(event);
  }
}
