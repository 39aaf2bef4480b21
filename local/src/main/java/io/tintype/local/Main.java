package io.tintype.local;

import io.tintype.imaging.TintypeException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// The start command: starts the stack, says where everything is, and stops it on Ctrl-C.
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path root = Path.of(System.getProperty("tintype.root", "")).toAbsolutePath();
    try {
      var options = StackOptions.parse(root, arguments).with(System.getenv());
      Stack stack = Stack.start(options);
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(stack)));
      IO.println(described(stack.addresses()));
      IO.println("ready in %.1f s; stop with Ctrl-C".formatted(secondsSinceStart()));
    } catch (TintypeException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
    Thread.currentThread().join();
  }

  private static void stop(Stack stack) {
    stack.close();
    IO.println("stopped; everything is kept in " + stack.addresses().data());
  }

  private static String described(Stack.Addresses at) {
    return """

    page       %1$s
    API        %1$s/uploads  %1$s/images  %1$s/openapi.json
    pictures   %1$s/v/<variant>/<key of the original>
               %1$s/unsafe/300x200/smart/<key of the original>
    S3         %2$s  buckets %3$s, %4$s
    SQS        %5$s
    DynamoDB   %6$s  table %7$s
    Rekognit.  %12$s  a stand-in: knows the pictures in local/rekognition
    data       %8$s
    AWS CLI    export AWS_ACCESS_KEY_ID=%9$s AWS_SECRET_ACCESS_KEY=%10$s AWS_REGION=%11$s
               aws --endpoint-url %2$s s3 ls s3://%3$s
    """
        .formatted(
            at.front(),
            at.s3(),
            Services.ORIGINALS,
            Services.DERIVATIVES,
            at.queueUrl(),
            at.dynamoDb(),
            Services.TABLE,
            at.data(),
            Credentials.ACCESS_KEY,
            Credentials.SECRET_KEY,
            Credentials.REGION,
            at.rekognition());
  }

  private static double secondsSinceStart() {
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    return Duration.between(Instant.ofEpochMilli(started), Instant.now()).toMillis() / 1000.0;
  }
}
