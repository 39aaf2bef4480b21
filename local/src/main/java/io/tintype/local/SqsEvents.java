package io.tintype.local;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;

/// Turns received messages into the event that Lambda hands to a function.
final class SqsEvents {

  private SqsEvents() {}

  static SQSEvent event(List<Message> messages) {
    var event = new SQSEvent();
    event.setRecords(messages.stream().map(SqsEvents::record).toList());
    return event;
  }

  private static SQSEvent.SQSMessage record(Message message) {
    var record = new SQSEvent.SQSMessage();
    record.setMessageId(message.messageId());
    record.setReceiptHandle(message.receiptHandle());
    record.setBody(message.body());
    record.setMd5OfBody(message.md5OfBody());
    record.setAttributes(new HashMap<>(message.attributesAsStrings()));
    record.setMessageAttributes(Map.of());
    record.setEventSource("aws:sqs");
    record.setEventSourceArn(
        "arn:aws:sqs:" + Credentials.REGION + ":000000000000:" + Queue.UPLOADS);
    record.setAwsRegion(Credentials.REGION);
    return record;
  }
}
