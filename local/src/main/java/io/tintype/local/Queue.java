package io.tintype.local;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scalikejdbc.ConnectionPool;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/// SQS with the upload queue and its dead-letter queue. Messages are kept in a database file, so
/// unfinished work is still there after a restart.
final class Queue implements AutoCloseable {

  static final String UPLOADS = "tintype-uploads";
  static final String DEAD = "tintype-uploads-dead";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PATIENCE_AT_STOP = Duration.ofMillis(500);
  private static final String ACCOUNT = "000000000000";

  private final scala.Function0<?> shutdown;
  private final URI endpoint;

  private Queue(scala.Function0<?> shutdown, URI endpoint) {
    this.shutdown = shutdown;
    this.endpoint = endpoint;
  }

  /// How long a received message stays hidden, and how often it is given out before it moves to
  /// the dead-letter queue.
  record Redelivery(Duration visibilityTimeout, int maxReceiveCount) {}

  /// @param database where messages are kept, without the extension of its file
  /// @param port of the loopback interface, which must be free
  static Queue start(Path database, int port, Redelivery redelivery) {
    String uri = "jdbc:h2:file:" + database + ";WRITE_DELAY=0";
    Config config = config(uri, port, redelivery);
    try {
      useDatabase(uri);
      var shutdown = new ElasticMQServer(new ElasticMQServerConfig(config)).start();
      var queue = new Queue(shutdown, URI.create("http://127.0.0.1:" + port));
      queue.awaitQueues();
      return queue;
    } catch (RuntimeException e) {
      throw new TintypeException(
          Reason.UNAVAILABLE, "SQS did not start on port " + port + ": " + e.getMessage(), e);
    }
  }

  /// ElasticMQ names its database once per JVM; a second queue, as in tests, would get the first
  /// one's.
  private static void useDatabase(String uri) {
    var settings = ConnectionPool.singleton$default$4();
    var factory = ConnectionPool.singleton$default$5(uri, "", "", settings);
    ConnectionPool.singleton(uri, "", "", settings, factory);
  }

  private static Config config(String database, int port, Redelivery redelivery) {
    String uploads = "queues." + UPLOADS;
    Map<String, Object> settings =
        Map.ofEntries(
            Map.entry("rest-sqs.bind-hostname", "127.0.0.1"),
            Map.entry("rest-sqs.bind-port", port),
            Map.entry("node-address.host", "127.0.0.1"),
            Map.entry("node-address.port", port),
            Map.entry("aws.region", Credentials.REGION),
            Map.entry("aws.accountId", ACCOUNT),
            Map.entry("messages-storage.enabled", true),
            Map.entry("messages-storage.uri", database),
            Map.entry("pekko.loglevel", "WARNING"),
            Map.entry(uploads + ".defaultVisibilityTimeout", redelivery.visibilityTimeout()),
            Map.entry(uploads + ".deadLettersQueue.name", DEAD),
            Map.entry(uploads + ".deadLettersQueue.maxReceiveCount", redelivery.maxReceiveCount()),
            Map.entry("queues." + DEAD + ".defaultVisibilityTimeout", Duration.ofSeconds(30)));
    return ConfigFactory.parseMap(settings, "tintype").withFallback(ConfigFactory.load());
  }

  URI endpoint() {
    return endpoint;
  }

  String uploadsUrl() {
    return endpoint + "/" + ACCOUNT + "/" + UPLOADS;
  }

  String deadUrl() {
    return endpoint + "/" + ACCOUNT + "/" + DEAD;
  }

  /// The server listens before it has read its queues back.
  private void awaitQueues() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (SqsClient sqs = Clients.sqs(endpoint)) {
      while (!(exists(sqs, UPLOADS) && exists(sqs, DEAD))) {
        if (System.nanoTime() > deadline) {
          throw new TintypeException(Reason.UNAVAILABLE, "its queues were not created");
        }
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TintypeException(Reason.UNAVAILABLE, "interrupted", e);
    }
  }

  private static boolean exists(SqsClient sqs, String name) {
    try {
      sqs.getQueueUrl(request -> request.queueName(name));
      return true;
    } catch (SdkException e) {
      return false;
    }
  }

  /// Every change is in the database before it is answered, so there is nothing to wait for: the
  /// server would otherwise wait up to a minute for connections that clients keep open.
  @Override
  public void close() {
    Thread stopping = Thread.ofPlatform().daemon().start(shutdown::apply);
    try {
      stopping.join(PATIENCE_AT_STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ConnectionPool.closeAll();
  }
}
