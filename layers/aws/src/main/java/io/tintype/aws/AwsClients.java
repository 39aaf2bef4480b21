package io.tintype.aws;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Aside;
import io.tintype.pipeline.Settings;
import io.tintype.pipeline.Settings.Service;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Builds the SDK's clients, all over one HTTP client. Every call builds a new one, so a function
/// pays only for those that it uses; keep them. Credentials are asked for with every request and
/// never held here, so clients that were built before a SnapStart snapshot work after it.
public final class AwsClients implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(2);

  /// Longest silence of a service; with three attempts still within a function's time.
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private static final int REKOGNITION_ATTEMPTS = 5;

  private final Region region;
  private final Settings.Endpoints endpoints;
  private final AwsCredentialsProvider credentials;

  // To read the certificates that the JDK trusts takes a while, and nobody needs them before the
  // first request.
  private final SdkHttpClient http =
      new RetriedConnections(Aside.start("connections", AwsClients::connections));

  /// @throws TintypeException INTERNAL without a region
  public AwsClients(Settings.Endpoints endpoints, AwsCredentialsProvider credentials) {
    this.region =
        endpoints
            .region()
            .map(Region::of)
            .orElseThrow(
                () ->
                    new TintypeException(
                        Reason.INTERNAL,
                        "AWS_REGION: expected a region such as eu-central-1 but received nothing"));
    this.endpoints = endpoints;
    this.credentials = credentials;
  }

  /// With the credentials that the process was started with.
  ///
  /// @throws TintypeException INTERNAL without a region
  public static AwsClients of(Settings.Endpoints endpoints) {
    return new AwsClients(endpoints, DefaultCredentialsProvider.builder().build());
  }

  /// For what a function seldom does: the client is built when it is first asked for, and kept.
  ///
  /// @return safe for use by several threads
  public static <C extends SdkClient> Supplier<C> whenNeeded(Supplier<C> client) {
    return new WhenNeeded<>(client);
  }

  private static SdkHttpClient connections() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(CONNECT)
        .socketTimeout(SILENCE)
        .build();
  }

  public S3Client s3() {
    var builder =
        S3Client.builder()
            .forcePathStyle(endpoints.pathStyle())
            // Directory buckets send no events, so none is among ours.
            .disableS3ExpressSessionAuth(true);
    endpoints.of(Service.S3).ifPresent(builder::endpointOverride);
    return configured(builder).build();
  }

  /// Has one endpoint for all regions.
  public CloudFrontClient cloudFront() {
    var builder = CloudFrontClient.builder();
    endpoints.of(Service.CLOUDFRONT).ifPresent(builder::endpointOverride);
    return configured(builder).region(Region.AWS_GLOBAL).build();
  }

  /// Signs without any request; close it like a client.
  public S3Presigner s3Presigner() {
    var builder =
        S3Presigner.builder()
            .region(region)
            .credentialsProvider(credentials)
            .serviceConfiguration(
                S3Configuration.builder().pathStyleAccessEnabled(endpoints.pathStyle()).build());
    endpoints.of(Service.S3).ifPresent(builder::endpointOverride);
    return builder.build();
  }

  public DynamoDbClient dynamoDb() {
    var builder = DynamoDbClient.builder();
    endpoints.of(Service.DYNAMODB).ifPresent(builder::endpointOverride);
    return configured(builder).build();
  }

  public SqsClient sqs() {
    var builder = SqsClient.builder();
    endpoints.of(Service.SQS).ifPresent(builder::endpointOverride);
    return configured(builder).build();
  }

  public EventBridgeClient eventBridge() {
    var builder = EventBridgeClient.builder();
    endpoints.of(Service.EVENTBRIDGE).ifPresent(builder::endpointOverride);
    return configured(builder).build();
  }

  /// Its limits are a few calls a second for the whole account, so it is asked more patiently than
  /// the others.
  ///
  /// @param patience longest time that a call may take with all of its tries
  public RekognitionClient rekognition(Duration patience) {
    var builder = RekognitionClient.builder();
    endpoints.of(Service.REKOGNITION).ifPresent(builder::endpointOverride);
    return configured(builder)
        .overrideConfiguration(
            override ->
                override
                    .apiCallTimeout(patience)
                    .retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(REKOGNITION_ATTEMPTS)
                            .build()))
        .build();
  }

  public SecretsManagerClient secretsManager() {
    var builder = SecretsManagerClient.builder();
    endpoints.of(Service.SECRETS_MANAGER).ifPresent(builder::endpointOverride);
    return configured(builder).build();
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(B builder) {
    return builder
        .region(region)
        .credentialsProvider(credentials)
        .httpClient(http)
        .overrideConfiguration(override -> override.retryStrategy(RetryMode.STANDARD));
  }

  /// Closes the connections of every client that was built here.
  @Override
  public void close() {
    http.close();
  }
}
