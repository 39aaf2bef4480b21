package io.tintype.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/// The JDK's connections. One that is found dead when a body is to be sent (S3 closes idle ones
/// while the function is frozen) fails with an [UncheckedIOException], which the SDK takes for a
/// mistake in the program: it neither tries again nor makes an exception of its own of it. Here it
/// becomes the [IOException] that it is.
///
/// @param connections asked for with every request
record RetriedConnections(Supplier<SdkHttpClient> connections) implements SdkHttpClient {

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = connections.get().prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        try {
          return prepared.call();
        } catch (UncheckedIOException e) {
          throw e.getCause();
        }
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  /// As the JDK's connections call themselves; clients ask for it when they are built.
  @Override
  public String clientName() {
    return "UrlConnection";
  }

  @Override
  public void close() {
    connections.get().close();
  }
}
