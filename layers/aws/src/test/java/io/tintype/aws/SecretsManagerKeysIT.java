package io.tintype.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.aws.StandIn.Answer;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.OnDemandSettings.Secret;
import io.tintype.requests.signing.SigningKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class SecretsManagerKeysIT {

  @Test
  void readsAListOfKeys() {
    try (var secrets = StandIn.answering(secret("[\\\"old\\\", \\\"new\\\"]"))) {
      assertThat(keys(secrets, Optional.empty()).current())
          .containsExactly(new SigningKey("old"), new SigningKey("new"));
      assertThat(secrets.requests().getFirst().body()).contains("\"SecretId\":\"signing\"");
    }
  }

  @Test
  void readsTheFieldThatServerlessImageHandlerNames() {
    try (var secrets = StandIn.answering(secret("{\\\"Key\\\": \\\"s3cr3t\\\"}"))) {
      assertThat(keys(secrets, Optional.of("Key")).current())
          .containsExactly(new SigningKey("s3cr3t"));
    }
  }

  @Test
  void asksWithOneClient() {
    try (var secrets = StandIn.answering(secret("s3cr3t"))) {
      var keys =
          new SecretsManagerKeys(
              new OnlyOnce(secrets.clients())::client, new Secret("signing", Optional.empty()));

      keys.current();
      keys.current();

      assertThat(secrets.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, ResourceNotFoundException, INTERNAL",
    "400, AccessDeniedException, INTERNAL",
    "400, DecryptionFailure, INTERNAL",
    "500, InternalServiceError, UNAVAILABLE",
    "400, ThrottlingException, UNAVAILABLE",
  })
  void saysWhetherTryingAgainHelps(int status, String code, Reason reason) {
    try (var secrets = StandIn.answering(Answer.jsonError(status, code))) {
      assertThatThrownBy(() -> keys(secrets, Optional.empty()).current())
          .isInstanceOfSatisfying(
              TintypeException.class, failure -> assertThat(failure.reason()).isEqualTo(reason));
    }
  }

  @Test
  void showsNothingOfASecretThatIsWrong() {
    try (var secrets = StandIn.answering(secret("{\\\"Key\\\": \\\"hidden\\\"}"))) {
      assertThatThrownBy(() -> keys(secrets, Optional.of("Other")).current())
          .hasMessageContaining("Other")
          .hasMessageNotContaining("hidden");
    }
  }

  private static SecretsManagerKeys keys(StandIn secrets, Optional<String> field) {
    return new SecretsManagerKeys(secrets.clients()::secretsManager, new Secret("signing", field));
  }

  /// @param text escaped for JSON
  private static Answer secret(String text) {
    return Answer.json(200, "{\"Name\": \"signing\", \"SecretString\": \"" + text + "\"}");
  }

  private static final class OnlyOnce {

    private final AwsClients clients;
    private boolean asked;

    private OnlyOnce(AwsClients clients) {
      this.clients = clients;
    }

    SecretsManagerClient client() {
      assertThat(asked).isFalse();
      asked = true;
      return clients.secretsManager();
    }
  }
}
