package io.tintype.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;

class RetriedConnectionsTest {

  private static final HttpExecuteRequest PUT =
      HttpExecuteRequest.builder()
          .request(
              SdkHttpFullRequest.builder()
                  .method(SdkHttpMethod.PUT)
                  .protocol("http")
                  .host("localhost")
                  .build())
          .build();

  @Test
  void aDeadConnectionIsWhatTheSdkTriesAgainAfter() {
    var dead = new SocketException("Unexpected end of file from server");
    try (var client = new RetriedConnections(() -> failing(new UncheckedIOException(dead)))) {
      assertThatThrownBy(() -> client.prepareRequest(PUT).call()).isSameAs(dead);
    }
  }

  @Test
  void aMistakeInTheProgramStaysOne() {
    var mistake = new IllegalStateException("closed");
    try (var client = new RetriedConnections(() -> failing(mistake))) {
      assertThatThrownBy(() -> client.prepareRequest(PUT).call()).isSameAs(mistake);
    }
  }

  private static SdkHttpClient failing(RuntimeException failure) {
    return new SdkHttpClient() {
      @Override
      public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
          @Override
          public HttpExecuteResponse call() throws IOException {
            throw failure;
          }

          @Override
          public void abort() {}
        };
      }

      @Override
      public void close() {}
    };
  }
}
