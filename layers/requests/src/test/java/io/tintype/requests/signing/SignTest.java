package io.tintype.requests.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.requests.ReceivedRequest;
import io.tintype.requests.signing.SignatureCheck.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void signsPathsForThumbor() {
    assertThat(run("--key", "my-security-key", "/unsafe/300x200/image.jpg")).isZero();
    assertThat(printed(out)).isEqualTo(new UrlSigner("my-security-key").sign("300x200/image.jpg"));
  }

  @Test
  void signsWithTheHashThatTheServerIsSetTo() {
    assertThat(run("--key", "1234", "--hash", "sha256", "--length", "40", "foo.jpg")).isZero();
    assertThat(printed(out)).isEqualTo("/91DBDJtTFePFnbaj5Qq8JLvq5sM5VTipE685f4Gp/foo.jpg");
  }

  @Test
  void signsQueriesForServerlessImageHandler(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key.txt"), "secret\n");
    int status =
        run(
            "--key-file",
            file.toString(),
            "--scheme",
            "sih",
            "--expires",
            "20991231T235959Z",
            "/a.jpg?width=100&fit=a%20b");
    assertThat(status).as(printed(err)).isZero();
    String url = printed(out);
    assertThat(url).startsWith("/a.jpg?expires=20991231T235959Z&fit=a%20b&signature=");
    String hex = url.replaceFirst(".*signature=([0-9a-f]{64})&width=100", "$1");
    Map<String, String> query =
        Map.of("width", "100", "fit", "a b", "expires", "20991231T235959Z", "signature", hex);
    SignatureCheck check = new SignatureCheck(List.of(new SigningKey("secret")), PathHash.THUMBOR);
    assertThat(check.check(QuerySignature.read(new ReceivedRequest("/a.jpg", query))))
        .isEqualTo(Verdict.VALID);
  }

  @Test
  void saysWhatIsWrong() {
    assertWrong("key: expected one of --key and --key-file but received none or two", "a.jpg");
    assertWrong("arguments: expected a path but received none", "--key", "k");
    assertWrong("--key: expected a value behind it but received nothing", "a.jpg", "--key");
    assertWrong("--hash: expected sha1, sha256 or sha512", "--key", "k", "--hash", "md5", "a");
    assertWrong("--scheme: expected thumbor or sih", "--key", "k", "--scheme", "x", "a");
    assertWrong("path: expected a percent-encoded one", "--key", "k", "my cat.jpg");
    assertWrong("path: expected none with a query", "--key", "k", "cat.jpg?width=1");
    assertWrong(
        "--expires: expected none with --scheme thumbor", "--key", "k", "--expires", "x", "a");
    assertWrong("expires: expected YYYY", "--key", "k", "--scheme", "sih", "--expires", "x", "a");
    assertWrong("--key-file: can't be read", "--key-file", "/nowhere/at/all", "a");
    assertWrong("Expected a signing key of at least 1", "--key", "", "a");
  }

  private void assertWrong(String message, String... arguments) {
    err.reset();
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(printed(err)).startsWith(message);
  }

  private int run(String... arguments) {
    return Sign.run(
        arguments,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String printed(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8).strip();
  }
}
