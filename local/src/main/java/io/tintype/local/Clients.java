package io.tintype.local;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The SDK's clients, pointed at the stand-ins.
final class Clients {

  private Clients() {}

  static S3Client s3(URI endpoint) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.of(Credentials.REGION))
        .credentialsProvider(Credentials.provider())
        .httpClient(http())
        .forcePathStyle(true)
        .build();
  }

  static SqsClient sqs(URI endpoint) {
    return SqsClient.builder()
        .endpointOverride(endpoint)
        .region(Region.of(Credentials.REGION))
        .credentialsProvider(Credentials.provider())
        .httpClient(http())
        .build();
  }

  static DynamoDbClient dynamoDb(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.of(Credentials.REGION))
        .credentialsProvider(Credentials.provider())
        .httpClient(http())
        .build();
  }

  /// Longer than the longest poll of a queue.
  private static SdkHttpClient http() {
    return UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(40)).build();
  }
}
