package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbIT {

  private static final Path JARS = ProjectRoot.find().resolve("local/dynamodb/target/jars");

  @TempDir Path folder;

  @Test
  void keepsTheTableOverARestartAndEndsWithTheStack() throws Exception {
    var id = AttributeValue.fromS("one");
    try (DynamoDb dynamoDb = DynamoDb.start(JARS, folder, Ports.free(0));
        DynamoDbClient client = Clients.dynamoDb(dynamoDb.endpoint())) {
      ImageTable.createIfAbsent(client, "images");
      client.putItem(put -> put.tableName("images").item(Map.of("id", id)));
    }
    assertThat(processesOn(folder)).isZero();

    try (DynamoDb dynamoDb = DynamoDb.start(JARS, folder, Ports.free(0));
        DynamoDbClient client = Clients.dynamoDb(dynamoDb.endpoint())) {
      ImageTable.createIfAbsent(client, "images");
      assertThat(client.getItem(get -> get.tableName("images").key(Map.of("id", id))).hasItem())
          .isTrue();
      assertThat(
              client
                  .describeTimeToLive(ttl -> ttl.tableName("images"))
                  .timeToLiveDescription()
                  .attributeName())
          .isEqualTo("expiresAt");
      assertThat(processesOn(folder)).isPositive();
    }
    assertThat(processesOn(folder)).isZero();
  }

  private static long processesOn(Path folder) {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
        .count();
  }
}
