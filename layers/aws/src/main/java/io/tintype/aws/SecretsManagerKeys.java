package io.tintype.aws;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.KeyList;
import io.tintype.pipeline.OnDemandSettings.Secret;
import io.tintype.pipeline.ondemand.SigningKeys;
import io.tintype.requests.signing.SigningKey;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// Signing keys in a secret of Secrets Manager. The client is built at the first call: a function
/// that answers unsigned requests only never needs it.
public final class SecretsManagerKeys implements SigningKeys {

  private static final String SUBJECT = "The secret with the signing keys";

  private final WhenNeeded<SecretsManagerClient> client;
  private final Secret secret;

  public SecretsManagerKeys(Supplier<SecretsManagerClient> client, Secret secret) {
    this.client = new WhenNeeded<>(client);
    this.secret = secret;
  }

  /// @throws TintypeException UNAVAILABLE, INTERNAL when there are no keys in it or it may not be
  ///     read
  @Override
  public List<SigningKey> current() {
    try {
      var secrets = client.get();
      String text =
          AwsFailures.call(
              SUBJECT,
              () -> secrets.getSecretValue(get -> get.secretId(secret.id())).secretString());
      if (text == null) {
        throw new TintypeException(Reason.INTERNAL, SUBJECT + " is not a text");
      }
      return KeyList.parse(text, secret.field());
    } catch (TintypeException e) {
      if (e.reason() == Reason.UNAVAILABLE) {
        throw e;
      }
      // To us, not to the viewer: a mistake in the deployment.
      throw new TintypeException(Reason.INTERNAL, SUBJECT + ": " + e.getMessage(), e);
    }
  }
}
