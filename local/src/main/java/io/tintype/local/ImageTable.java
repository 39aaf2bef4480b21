package io.tintype.local;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// The table of image records, as the template declares it.
final class ImageTable {

  private static final Projection LISTED =
      Projection.builder()
          .projectionType(ProjectionType.INCLUDE)
          .nonKeyAttributes(
              "status",
              "originalKey",
              "createdAt",
              "width",
              "height",
              "thumbhash",
              "dominantColor",
              "variants",
              "failure")
          .build();

  private ImageTable() {}

  static void createIfAbsent(DynamoDbClient client, String table) {
    if (exists(client, table)) {
      return;
    }
    client.createTable(
        request ->
            request
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(string("id"), string("listOwner"), string("listOrder"))
                .keySchema(key("id", KeyType.HASH))
                .globalSecondaryIndexes(
                    GlobalSecondaryIndex.builder()
                        .indexName("byOwner")
                        .keySchema(key("listOwner", KeyType.HASH), key("listOrder", KeyType.RANGE))
                        .projection(LISTED)
                        .build()));
    client.updateTimeToLive(
        request ->
            request
                .tableName(table)
                .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName("expiresAt")));
  }

  private static boolean exists(DynamoDbClient client, String table) {
    try {
      client.describeTable(request -> request.tableName(table));
      return true;
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }

  private static AttributeDefinition string(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
