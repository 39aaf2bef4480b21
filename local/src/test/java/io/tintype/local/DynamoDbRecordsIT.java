package io.tintype.local;

import io.tintype.aws.DynamoDbImageRecords;
import io.tintype.pipeline.ImageRecords;
import io.tintype.pipeline.ImageRecordsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The adapter that runs on AWS, held to the contract of image records by a real DynamoDB API.
class DynamoDbRecordsIT extends ImageRecordsContract {

  private static final Path JARS = ProjectRoot.find().resolve("local/dynamodb/target/jars");

  private static final String TABLE = "images";

  @TempDir static Path folder;

  private static DynamoDb dynamoDb;
  private static DynamoDbClient client;

  @BeforeAll
  static void start() {
    dynamoDb = DynamoDb.start(JARS, folder, Ports.free(0));
    client = Clients.dynamoDb(dynamoDb.endpoint());
    ImageTable.createIfAbsent(client, TABLE);
  }

  @AfterAll
  static void stop() {
    client.close();
    dynamoDb.close();
  }

  @Override
  protected ImageRecords records() {
    return new DynamoDbImageRecords(client, TABLE);
  }
}
