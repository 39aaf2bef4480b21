package io.tintype.aws;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.ImageRecords;
import io.tintype.pipeline.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// The image records in a DynamoDB table with the partition key `id` and the index `byOwner` over
/// `listOwner` and `listOrder`.
public final class DynamoDbImageRecords implements ImageRecords {

  private static final String SUBJECT = "The table of image records";
  private static final String INDEX = "byOwner";
  private static final int MAX_LIMIT = 100;

  /// Names the call that wrote an item. When an answer is lost, the SDK and the JDK's HTTP client
  /// below it send the same put again and it meets its own item: by this mark it is known.
  private static final String WRITE = "write";

  private final DynamoDbClient dynamoDb;
  private final String table;

  public DynamoDbImageRecords(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public Optional<ImageRecord> find(ImageId id) {
    var key = Map.of("id", Item.text(id.value()));
    var found =
        AwsFailures.call(
            SUBJECT,
            () -> dynamoDb.getItem(get -> get.tableName(table).key(key).consistentRead(true)));
    return found.hasItem() ? Optional.of(RecordReader.record(found.item())) : Optional.empty();
  }

  @Override
  public boolean save(ImageRecord next) {
    String write = UUID.randomUUID().toString();
    Map<String, AttributeValue> item = RecordItem.of(next);
    item.put(WRITE, Item.text(write));
    try {
      dynamoDb.putItem(put(next.revision(), item));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return e.hasItem()
          && new Item(e.item()).optionalString(WRITE).filter(write::equals).isPresent();
    } catch (SdkException e) {
      throw AwsFailures.translated(SUBJECT, e);
    }
  }

  private PutItemRequest put(long revision, Map<String, AttributeValue> item) {
    var put =
        PutItemRequest.builder()
            .tableName(table)
            .item(item)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    if (revision == 1) {
      return put.conditionExpression("attribute_not_exists(id)").build();
    }
    return put.conditionExpression("revision = :previous")
        .expressionAttributeValues(Map.of(":previous", Item.number(revision - 1)))
        .build();
  }

  @Override
  public Page list(Owner owner, int limit, Optional<String> cursor) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new TintypeException(
          Reason.BAD_REQUEST, "Expected a limit of 1.." + MAX_LIMIT + " but received " + limit);
    }
    Optional<ListPlace> after = cursor.map(ListPlace::ofCursor);
    // One more than asked for: that is how the last page is known to be the last.
    List<Entry> entries = query(owner, limit + 1, after);
    if (entries.size() <= limit) {
      return new Page(entries, Optional.empty());
    }
    List<Entry> page = entries.subList(0, limit);
    Entry last = page.getLast();
    return new Page(page, Optional.of(new ListPlace(last.createdAt(), last.id()).cursor()));
  }

  /// Asks again as long as DynamoDB, which answers with at most 1 MB, has cut an answer short.
  private List<Entry> query(Owner owner, int count, Optional<ListPlace> after) {
    List<Entry> entries = new ArrayList<>();
    Map<String, AttributeValue> start = after.map(place -> start(owner, place)).orElse(Map.of());
    do {
      QueryRequest query = query(owner, count - entries.size(), start);
      QueryResponse answer = AwsFailures.call(SUBJECT, () -> dynamoDb.query(query));
      answer.items().forEach(item -> entries.add(RecordReader.entry(item)));
      start = answer.lastEvaluatedKey();
    } while (entries.size() < count && !start.isEmpty());
    return entries;
  }

  private QueryRequest query(Owner owner, int limit, Map<String, AttributeValue> start) {
    var query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(INDEX)
            .keyConditionExpression("listOwner = :owner")
            .expressionAttributeValues(Map.of(":owner", Item.text(owner.value())))
            .scanIndexForward(false)
            .limit(limit);
    return start.isEmpty() ? query.build() : query.exclusiveStartKey(start).build();
  }

  private static Map<String, AttributeValue> start(Owner owner, ListPlace place) {
    return Map.of(
        "listOwner", Item.text(owner.value()),
        "listOrder", Item.text(place.order()),
        "id", Item.text(place.id().value()));
  }
}
