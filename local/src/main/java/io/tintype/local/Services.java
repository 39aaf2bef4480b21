package io.tintype.local;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The stand-ins for AWS's services, wired as the template wires the real ones: objects that
/// appear under the watched prefix of the originals bucket are told to the upload queue.
final class Services implements AutoCloseable {

  static final String ORIGINALS = "tintype-originals";
  static final String DERIVATIVES = "tintype-derivatives";
  static final String TABLE = "tintype-images";

  static final int MAX_RECEIVES = 5;

  private static final String WATCHED_PREFIX = "uploads/";

  /// Shorter than on AWS, so that a failed try is soon followed by the next; still longer than
  /// the function's timeout, as SQS demands.
  private static final Queue.Redelivery REDELIVERY =
      new Queue.Redelivery(Duration.ofSeconds(35), MAX_RECEIVES);

  private final S3Server s3;
  private final Queue queue;
  private final DynamoDb dynamoDb;
  private final Rekognition rekognition;
  private final Outbox outbox;
  private final SqsClient sqs;

  private Services(
      S3Server s3, Queue queue, DynamoDb dynamoDb, Rekognition rekognition, Outbox outbox) {
    this.s3 = s3;
    this.queue = queue;
    this.dynamoDb = dynamoDb;
    this.rekognition = rekognition;
    this.outbox = outbox;
    this.sqs = Clients.sqs(queue.endpoint());
  }

  /// Starts them side by side.
  ///
  /// @throws TintypeException when one does not start; the others are stopped again
  static Services start(StackOptions options, DataFolder data) {
    var outbox = new Outbox(data.events(), new Sequencer(data.sequencer()));
    try (var starting = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<DynamoDb> dynamoDb =
          starting.submit(
              () -> {
                int port = Ports.free(options.orAny(8000));
                return withTable(DynamoDb.start(options.dynamoDbJars(), data.dynamoDb(), port));
              });
      Future<Queue> queue =
          starting.submit(
              () -> Queue.start(data.queue(), Ports.free(options.orAny(9324)), REDELIVERY));
      Future<S3Server> s3 =
          starting.submit(
              () ->
                  S3Server.start(
                      data.s3(),
                      Ports.free(options.orAny(9000)),
                      List.of(ORIGINALS, DERIVATIVES),
                      change -> notifyUploads(outbox, change)));
      Future<Rekognition> rekognition =
          starting.submit(
              () -> Rekognition.start(options.rekognition(), Ports.free(options.orAny(9200))));
      awaitAll(List.of(dynamoDb, queue, s3, rekognition));
      var services =
          new Services(
              s3.resultNow(),
              queue.resultNow(),
              dynamoDb.resultNow(),
              rekognition.resultNow(),
              outbox);
      services.deliverNotifications();
      return services;
    }
  }

  private static void notifyUploads(Outbox outbox, BucketChange change) {
    if (change.bucket().equals(ORIGINALS) && change.key().startsWith(WATCHED_PREFIX)) {
      outbox.accept(change);
    }
  }

  private static DynamoDb withTable(DynamoDb dynamoDb) {
    try (DynamoDbClient client = Clients.dynamoDb(dynamoDb.endpoint())) {
      ImageTable.createIfAbsent(client, TABLE);
      return dynamoDb;
    } catch (RuntimeException e) {
      dynamoDb.close();
      throw e;
    }
  }

  private static void awaitAll(List<Future<? extends AutoCloseable>> started) {
    List<TintypeException> failures = new ArrayList<>();
    for (var part : started) {
      try {
        part.get();
      } catch (ExecutionException e) {
        failures.add(failure(e.getCause() == null ? e : e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failures.add(failure(e));
      }
    }
    if (!failures.isEmpty()) {
      started.stream()
          .filter(part -> part.state() == Future.State.SUCCESS)
          .map(Future::resultNow)
          .forEach(Closing::quietly);
      throw failures.getFirst();
    }
  }

  private static TintypeException failure(Throwable cause) {
    return cause instanceof TintypeException known
        ? known
        : new TintypeException(Reason.UNAVAILABLE, "the stack did not start: " + cause, cause);
  }

  private void deliverNotifications() {
    outbox.deliver(
        message ->
            sqs.sendMessage(request -> request.queueUrl(queue.uploadsUrl()).messageBody(message)));
  }

  /// How functions find them, without credentials.
  Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("TINTYPE_ORIGINALS_BUCKET", ORIGINALS),
        Map.entry("TINTYPE_DERIVATIVES_BUCKET", DERIVATIVES),
        Map.entry("TINTYPE_TABLE", TABLE),
        Map.entry("TINTYPE_QUEUE_URL", queue.uploadsUrl()),
        Map.entry("TINTYPE_MAX_RECEIVES", Integer.toString(MAX_RECEIVES)),
        Map.entry("TINTYPE_S3_PATH_STYLE", "true"),
        Map.entry("AWS_REGION", Credentials.REGION),
        Map.entry("AWS_ENDPOINT_URL_S3", s3.endpoint().toString()),
        Map.entry("AWS_ENDPOINT_URL_REKOGNITION", rekognition.endpoint().toString()),
        Map.entry("AWS_ENDPOINT_URL_SQS", queue.endpoint().toString()),
        Map.entry("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().toString()));
  }

  S3Server s3() {
    return s3;
  }

  Queue queue() {
    return queue;
  }

  DynamoDb dynamoDb() {
    return dynamoDb;
  }

  Rekognition rekognition() {
    return rekognition;
  }

  /// A client of the queue, for as long as the services run.
  SqsClient sqs() {
    return sqs;
  }

  /// In the order in which they need each other.
  @Override
  public void close() {
    for (AutoCloseable part : List.of(s3, outbox, sqs, queue, dynamoDb, rekognition)) {
      Closing.quietly(part);
    }
  }
}
