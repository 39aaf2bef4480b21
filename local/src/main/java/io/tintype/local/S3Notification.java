package io.tintype.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes a change in the form in which S3 notifies a queue of it (version 2.1 of its message).
final class S3Notification {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String OWNER = "TINTYPELOCAL";

  private S3Notification() {}

  static String json(BucketChange change, String sequencer, Instant time) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    ObjectNode event = message.putArray("Records").addObject();
    event.put("eventVersion", "2.1");
    event.put("eventSource", "aws:s3");
    event.put("awsRegion", Credentials.REGION);
    event.put("eventTime", TIME.format(time));
    event.put("eventName", change.eventName());
    event.putObject("userIdentity").put("principalId", OWNER);
    event.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
    event
        .putObject("responseElements")
        .put("x-amz-request-id", sequencer)
        .put("x-amz-id-2", sequencer);
    ObjectNode s3 = event.putObject("s3");
    s3.put("s3SchemaVersion", "1.0");
    s3.put("configurationId", "uploads");
    ObjectNode bucket = s3.putObject("bucket");
    bucket.put("name", change.bucket());
    bucket.putObject("ownerIdentity").put("principalId", OWNER);
    bucket.put("arn", "arn:aws:s3:::" + change.bucket());
    putObject(s3.putObject("object"), change, sequencer);
    return message.toString();
  }

  private static void putObject(ObjectNode object, BucketChange change, String sequencer) {
    object.put("key", formEncoded(change.key()));
    switch (change) {
      case BucketChange.Created created -> {
        object.put("size", created.size());
        object.put("eTag", created.eTag());
      }
      case BucketChange.Removed _ -> {
        // S3 tells neither size nor entity tag of what is gone.
      }
    }
    object.put("sequencer", sequencer);
  }

  /// S3 encodes keys as an HTML form would, but leaves their slashes.
  private static String formEncoded(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
  }
}
