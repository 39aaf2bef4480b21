package io.tintype.renderer;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.jr.stree.JrsValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// What Lambda and a queue say to each other, as JSON. Lambda would do it as well, with the mapper
/// of its runtime; but that loads 800 classes beside those that notifications are read with, a
/// tenth of the time that a new function takes until its first picture.
final class QueueJson {

  private QueueJson() {}

  /// What is used of an event: each message's id, receipt handle, body and system attributes.
  static SQSEvent read(InputStream json) throws IOException {
    List<SQSMessage> messages = new ArrayList<>();
    for (JrsValue record : Json.elements(Json.read(json).path("Records"))) {
      SQSMessage message = new SQSMessage();
      message.setMessageId(Json.text(record, "messageId"));
      message.setReceiptHandle(Json.text(record, "receiptHandle"));
      message.setBody(Json.text(record, "body"));
      message.setAttributes(Json.texts(record.path("attributes")));
      messages.add(message);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(messages);
    return event;
  }

  static void write(SQSBatchResponse response, OutputStream to) throws IOException {
    try (JsonGenerator json = Json.writer(to)) {
      json.writeStartObject();
      json.writeArrayFieldStart("batchItemFailures");
      for (var failure : response.getBatchItemFailures()) {
        json.writeStartObject();
        json.writeStringField("itemIdentifier", failure.getItemIdentifier());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
