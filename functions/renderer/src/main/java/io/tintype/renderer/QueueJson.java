package io.tintype.renderer;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What Lambda and a queue say to each other, as JSON. Lambda would do it as well, with the mapper
/// of its runtime; but that loads 800 classes beside those that notifications are read with, a
/// tenth of the time that a new function takes until its first picture.
final class QueueJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private QueueJson() {}

  /// What is used of an event: each message's id, receipt handle, body and system attributes.
  static SQSEvent read(InputStream json) throws IOException {
    List<SQSMessage> messages = new ArrayList<>();
    for (JsonNode record : JSON.readTree(json).path("Records")) {
      SQSMessage message = new SQSMessage();
      message.setMessageId(text(record, "messageId"));
      message.setReceiptHandle(text(record, "receiptHandle"));
      message.setBody(text(record, "body"));
      message.setAttributes(attributes(record.path("attributes")));
      messages.add(message);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(messages);
    return event;
  }

  private static @Nullable String text(JsonNode record, String field) {
    return record.path(field).textValue();
  }

  private static Map<String, String> attributes(JsonNode fields) {
    Map<String, String> attributes = new HashMap<>();
    fields.properties().forEach(field -> attributes.put(field.getKey(), field.getValue().asText()));
    return attributes;
  }

  static void write(SQSBatchResponse response, OutputStream to) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    var failures = json.putArray("batchItemFailures");
    response
        .getBatchItemFailures()
        .forEach(
            failure -> failures.addObject().put("itemIdentifier", failure.getItemIdentifier()));
    JSON.writeValue(to, json);
  }
}
