package io.tintype.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tintype.aws.StandIn.Answer;
import io.tintype.aws.StandIn.Request;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ImageRecords.Page;
import io.tintype.pipeline.Owner;
import io.tintype.pipeline.Status;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How requests look and answers are understood. What a real table makes of them is the business
/// of `ImageRecordsContract`, which the local stack's tests inherit.
class DynamoDbImageRecordsIT {

  @Test
  void asksForTheRecordAsItIsNow() throws Exception {
    try (var table = StandIn.answering(Answer.json(200, "{}"))) {
      assertThat(records(table).find(Records.ID)).isEmpty();

      Request get = table.requests().getFirst();
      assertThat(get.header("X-Amz-Target")).contains("DynamoDB_20120810.GetItem");
      assertThat(json(get.body()))
          .isEqualTo(
              json(
                  """
                  {"TableName": "images", "Key": {"id": {"S": "01JD8Z3V5QW6X7Y8Z9A0B1C2D3"}},
                   "ConsistentRead": true}
                  """));
    }
  }

  @Test
  void savesAFirstRevisionOnlyWhereThereIsNone() throws Exception {
    try (var table = StandIn.answering(Answer.json(200, "{}"))) {
      assertThat(records(table).save(Records.bare(Status.AWAITING_UPLOAD))).isTrue();

      JsonNode put = json(table.requests().getFirst().body());
      assertThat(put.path("ConditionExpression").asText()).isEqualTo("attribute_not_exists(id)");
      assertThat(put.path("ReturnValuesOnConditionCheckFailure").asText()).isEqualTo("ALL_OLD");
    }
  }

  @Test
  void savesASuccessorOnlyOverTheRevisionBefore() throws Exception {
    try (var table = StandIn.answering(Answer.json(200, "{}"))) {
      assertThat(records(table).save(Records.full(Status.READY))).isTrue();

      JsonNode put = json(table.requests().getFirst().body());
      assertThat(put.path("ConditionExpression").asText()).isEqualTo("revision = :previous");
      assertThat(put.path("ExpressionAttributeValues"))
          .isEqualTo(json("{\":previous\": {\"N\": \"6\"}}"));
    }
  }

  @Test
  void saysNoWhenSomebodyElseWroteInBetween() {
    String theirs = "{\"write\": {\"S\": \"another\"}, \"revision\": {\"N\": \"7\"}}";
    try (var table = StandIn.answering(conditionFailed(theirs))) {
      assertThat(records(table).save(Records.full(Status.READY))).isFalse();
    }
  }

  @Test
  void saysNoWhenThereIsNoRecordToSucceed() {
    try (var table = StandIn.answering(Answer.jsonError(400, "ConditionalCheckFailedException"))) {
      assertThat(records(table).save(Records.full(Status.READY))).isFalse();
    }
  }

  /// The first put is written but its answer is lost; the repetition fails on the item of the
  // first.
  @Test
  void recognizesItsOwnWriteWhoseAnswerWasLost() {
    var times = new AtomicInteger();
    try (var table =
        new StandIn(
            request ->
                times.getAndIncrement() == 0 ? Answer.NONE : conditionFailed(item(request)))) {
      assertThat(records(table).save(Records.full(Status.READY))).isTrue();
      assertThat(table.requests()).hasSizeGreaterThan(1);
    }
  }

  @Test
  void doesNotTakeTheSameRecordOfAnotherCallForItsOwnWrite() {
    var first = new AtomicInteger();
    try (var table =
        new StandIn(
            request -> first.getAndIncrement() == 0 ? Answer.json(200, "{}") : Answer.NONE)) {
      records(table).save(Records.full(Status.READY));
      String stored = item(table.requests().getFirst());

      try (var again = StandIn.answering(conditionFailed(stored))) {
        assertThat(records(again).save(Records.full(Status.READY))).isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, ProvisionedThroughputExceededException, UNAVAILABLE",
    "400, ThrottlingException, UNAVAILABLE",
    "500, InternalServerError, UNAVAILABLE",
    "400, ResourceNotFoundException, INTERNAL",
    "400, AccessDeniedException, INTERNAL",
  })
  void turnsTheAnswerIntoAReason(int status, String type, Reason reason) {
    try (var table = StandIn.answering(Answer.jsonError(status, type))) {
      assertThatThrownBy(() -> records(table).find(Records.ID))
          .isInstanceOfSatisfying(
              TintypeException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
  }

  @Test
  void goesOnWhereDynamoDbCutAnAnswerShort() throws Exception {
    String key =
        "{\"id\": {\"S\": \"x\"}, \"listOwner\": {\"S\": \"public\"}, \"listOrder\": {\"S\":"
            + " \"x\"}}";
    String cutShort = "{\"Items\": [" + indexItem(1) + "], \"LastEvaluatedKey\": " + key + "}";
    String rest = "{\"Items\": [" + indexItem(2) + "]}";
    try (var table =
        new StandIn(
            request ->
                Answer.json(200, request.body().contains("ExclusiveStartKey") ? rest : cutShort))) {
      Page page = records(table).list(Owner.PUBLIC, 10, Optional.empty());

      assertThat(page.entries()).hasSize(2);
      assertThat(page.cursor()).isEmpty();
      assertThat(json(table.requests().get(1).body()).path("ExclusiveStartKey"))
          .isEqualTo(json(key));
    }
  }

  @Test
  void startsAfterTheCursorInTheOwnersOwnList() throws Exception {
    var cursor = new ListPlace(Records.CREATED, Records.ID).cursor();
    try (var table = StandIn.answering(Answer.json(200, "{\"Items\": []}"))) {
      records(table).list(new Owner("me"), 10, Optional.of(cursor));

      JsonNode query = json(table.requests().getFirst().body());
      assertThat(query.path("IndexName").asText()).isEqualTo("byOwner");
      assertThat(query.path("ScanIndexForward").asBoolean(true)).isFalse();
      assertThat(query.path("Limit").asInt()).isEqualTo(11);
      assertThat(query.path("ExclusiveStartKey"))
          .isEqualTo(
              json(
                  """
                  {"listOwner": {"S": "me"}, "id": {"S": "01JD8Z3V5QW6X7Y8Z9A0B1C2D3"},
                   "listOrder":
                     {"S": "2026-11-21T10:00:00.123456789Z#01JD8Z3V5QW6X7Y8Z9A0B1C2D3"}}
                  """));
    }
  }

  @Test
  void asksNothingForACursorOrALimitThatIsWrong() {
    try (var table = StandIn.answering(Answer.json(200, "{}"))) {
      var records = records(table);

      assertThatThrownBy(() -> records.list(Owner.PUBLIC, 10, Optional.of("x")))
          .isInstanceOf(TintypeException.class);
      assertThatThrownBy(() -> records.list(Owner.PUBLIC, 101, Optional.empty()))
          .hasMessage("Expected a limit of 1..100 but received 101");
      assertThat(table.requests()).isEqualTo(List.of());
    }
  }

  private static DynamoDbImageRecords records(StandIn table) {
    return new DynamoDbImageRecords(table.clients().dynamoDb(), "images");
  }

  private static String indexItem(int number) {
    return """
    {"id": {"S": "01JD8Z3V5QW6X7Y8Z9A0B1C2D%d"}, "originalKey": {"S": "uploads/x/y.jpg"},
     "status": {"S": "FAILED"}, "createdAt": {"S": "2026-11-21T10:00:00.000000000Z"},
     "variants": {"L": []}}
    """
        .formatted(number);
  }

  private static Answer conditionFailed(String item) {
    return Answer.json(
        400,
        "{\"__type\": \"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\","
            + " \"message\": \"no\", \"Item\": "
            + item
            + "}");
  }

  private static String item(Request put) {
    try {
      return json(put.body()).path("Item").toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }
}
