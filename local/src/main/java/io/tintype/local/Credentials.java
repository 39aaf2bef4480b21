package io.tintype.local;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// What the stand-ins accept. Not secret: they listen on the loopback interface only, and the
/// start command prints these for the AWS command line.
final class Credentials {

  static final String REGION = "us-east-1";

  /// DynamoDB Local takes letters and digits only.
  static final String ACCESS_KEY = "TINTYPELOCAL";

  static final String SECRET_KEY = "tintype-local-secret";

  private Credentials() {}

  static StaticCredentialsProvider provider() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY));
  }
}
