package io.tintype.aws;

import io.tintype.pipeline.moderation.KnownContent;
import io.tintype.pipeline.moderation.Look;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// What was said of bytes seen before, in items `sha256#…` of the table with the image records.
public final class DynamoDbKnownContent implements KnownContent {

  private static final String SUBJECT = "The table of image records";

  private final DynamoDbClient dynamoDb;
  private final String table;

  public DynamoDbKnownContent(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public Look find(String sha256) {
    var found =
        AwsFailures.call(
            SUBJECT,
            () ->
                dynamoDb.getItem(
                    get -> get.tableName(table).key(key(sha256)).consistentRead(true)));
    return found.hasItem() ? InsightItem.look(new Item(found.item())) : Look.NONE;
  }

  /// Sets only what the look has, so that two that know different parts don't undo each other.
  @Override
  public void remember(String sha256, Look look) {
    Map<String, AttributeValue> attributes = new HashMap<>();
    InsightItem.put(attributes, look);
    if (attributes.isEmpty()) {
      return;
    }
    var names = new HashMap<String, String>();
    var values = new HashMap<String, AttributeValue>();
    var set = new StringBuilder("SET ");
    attributes.forEach(
        (name, value) -> {
          set.append(names.isEmpty() ? "" : ", ").append('#').append(name);
          set.append(" = :").append(name);
          names.put("#" + name, name);
          values.put(":" + name, value);
        });
    UpdateItemRequest update =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(key(sha256))
            .updateExpression(set.toString())
            .expressionAttributeNames(names)
            .expressionAttributeValues(values)
            .build();
    var unused = AwsFailures.call(SUBJECT, () -> dynamoDb.updateItem(update));
  }

  private static Map<String, AttributeValue> key(String sha256) {
    return Map.of("id", Item.text("sha256#" + sha256));
  }
}
