import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// What a month costs on AWS: prices from `prices.properties` beside this file, durations from the
/// command line. Run from the project's folder: `java bench/cost/Cost.java --uploads 1000000`.
///
/// Every line is a product of things that can be counted: requests, GB-seconds, GB. What AWS bills
/// besides (logs, alarms, KMS, transfer between regions) is left out.
final class Cost {

  private static final double MILLION = 1e6;

  private final Properties prices = new Properties();
  private final Map<String, Double> given = new LinkedHashMap<>();
  private double total;

  private Cost() {
    given.put("uploads", 1_000_000.0);
    given.put("views", 10_000_000.0);
    given.put("misses", 0.0);
    given.put("derivatives", 8.0);
    given.put("originalMB", 3.0);
    given.put("viewKB", 45.0);
    given.put("derivativesKB", 400.0);
    given.put("hitRate", 0.9);
    given.put("rendererMB", 3008.0);
    given.put("rendererMs", 500.0);
    given.put("presignMB", 1024.0);
    given.put("presignMs", 30.0);
    given.put("onDemandMB", 1769.0);
    given.put("onDemandMs", 350.0);
    given.put("moderationCalls", 0.0);
    given.put("faceCalls", 0.0);
  }

  public static void main(String[] arguments) throws IOException {
    var cost = new Cost();
    cost.read(arguments);
    try (Reader file = Files.newBufferedReader(Path.of("bench/cost/prices.properties"))) {
      cost.prices.load(file);
    }
    cost.print();
  }

  private void read(String[] arguments) {
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].replaceFirst("^--", "");
      if (!given.containsKey(name) || i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "Expected --<name> <number>, names being " + given.keySet() + ", but received " + name);
      }
      given.put(name, Double.valueOf(arguments[i + 1]));
    }
  }

  private void print() {
    double uploads = of("uploads");
    double views = of("views");
    double misses = of("misses");
    double fromS3 = views * (1 - of("hitRate"));
    System.out.println("given: " + given);
    System.out.println("prices of " + prices.getProperty("date") + ", US dollars a month");
    // Asking for an upload, and asking once for its record.
    line("HTTP API", 2 * uploads / MILLION * price("httpApi.million"));
    line("presign function", lambda(2 * uploads, of("presignMB"), of("presignMs")));
    // Awaiting, claimed, ready: 2 KB each, and as much again in the index.
    line("DynamoDB writes", 3 * 2 * 2 * uploads / MILLION * price("dynamoDb.write.million"));
    line("DynamoDB reads", 5 * uploads / MILLION * price("dynamoDb.read.million"));
    line("S3, originals", uploads * (price("s3.put.million") + price("s3.get.million")) / MILLION);
    line("SQS", 3 * uploads / MILLION * price("sqs.million"));
    line("renderer function", lambda(uploads, of("rendererMB"), of("rendererMs")));
    line("S3, derivatives", uploads * of("derivatives") / MILLION * price("s3.put.million"));
    line("Rekognition", rekognition(uploads * (of("moderationCalls") + of("faceCalls"))));
    double gb = uploads * (of("originalMB") + of("derivativesKB") / 1000) / 1000;
    line("S3, storage, per month kept", gb * price("s3.gbMonth"));
    line(
        "CloudFront requests",
        views / MILLION * (price("cloudFront.million") + price("cloudFront.function.million")));
    line("CloudFront transfer", views * of("viewKB") / MILLION * price("cloudFront.gb"));
    line("S3, what CloudFront fetches", fromS3 / MILLION * price("s3.get.million"));
    line("on-demand function", lambda(misses, of("onDemandMB"), of("onDemandMs")));
    line("S3, ad-hoc renditions", misses / MILLION * price("s3.put.million"));
    System.out.printf(Locale.ROOT, "%-30s %12.2f%n", "total", total);
  }

  private double of(String name) {
    return given.get(name);
  }

  private double price(String name) {
    String price = prices.getProperty(name);
    if (price == null) {
      throw new IllegalArgumentException("prices.properties has no " + name);
    }
    return Double.parseDouble(price);
  }

  private double lambda(double calls, double megabytes, double millis) {
    double gbSeconds = calls * megabytes / 1024 * millis / 1000;
    return gbSeconds * price("lambda.gbSecond") + calls / MILLION * price("lambda.million");
  }

  private double rekognition(double calls) {
    double first = Math.min(calls, MILLION);
    return (first * price("rekognition.first.million")
            + (calls - first) * price("rekognition.more.million"))
        / MILLION;
  }

  private void line(String what, double dollars) {
    total += dollars;
    System.out.printf(Locale.ROOT, "%-30s %12.2f%n", what, dollars);
  }
}
