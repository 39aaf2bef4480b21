package io.tintype.aws;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/// Where the services are, when it is not where AWS has them: a stand-in, or a private endpoint.
public record Endpoints(
    Optional<URI> s3, Optional<URI> dynamoDb, Optional<URI> sqs, Optional<URI> eventBridge) {

  /// AWS's own.
  public static final Endpoints OF_AWS =
      new Endpoints(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// From the variables that every AWS SDK knows: `AWS_ENDPOINT_URL_S3` and its siblings.
  ///
  /// @throws TintypeException BAD_REQUEST for a value that is not an http or https address
  public static Endpoints from(Map<String, String> environment) {
    return new Endpoints(
        endpoint(environment, "AWS_ENDPOINT_URL_S3"),
        endpoint(environment, "AWS_ENDPOINT_URL_DYNAMODB"),
        endpoint(environment, "AWS_ENDPOINT_URL_SQS"),
        endpoint(environment, "AWS_ENDPOINT_URL_EVENTBRIDGE"));
  }

  private static Optional<URI> endpoint(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!isWebAddress(value)) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "Expected an address such as http://127.0.0.1:9000 for "
              + name
              + " but received "
              + value);
    }
    return Optional.of(URI.create(value));
  }

  private static boolean isWebAddress(String value) {
    try {
      var uri = new URI(value);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
