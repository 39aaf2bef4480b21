package org.gaul.s3proxy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.List;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.shaded.org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.gaul.shaded.org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.gaul.shaded.org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.gaul.shaded.org.eclipse.jetty.http.HttpCompliance;
import org.gaul.shaded.org.eclipse.jetty.http.UriCompliance;
import org.gaul.shaded.org.eclipse.jetty.server.HttpConfiguration;
import org.gaul.shaded.org.eclipse.jetty.server.HttpConnectionFactory;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.gaul.shaded.org.eclipse.jetty.server.ServerConnector;
import org.gaul.shaded.org.eclipse.jetty.util.thread.QueuedThreadPool;

/// S3Proxy behind filters, so that requests which S3 refuses and S3Proxy does not can be refused
/// first. S3Proxy offers no way to add one, and its servlet is package-private: hence this class,
/// in its package and bound to version 4.1.0.
public final class StrictS3 {

  private static final long MAX_OBJECT = 5L << 30;
  private static final long MAX_BUFFERED = 128L << 20;
  private static final int MAX_CHUNK = 16 << 20;
  private static final int MAX_CLOCK_SKEW_SECONDS = 900;

  private final Server server;

  private StrictS3(Server server) {
    this.server = server;
  }

  /// Who may sign requests.
  public record Signer(String accessKey, String secretKey) {}

  /// Starts listening on `address`.
  ///
  /// @param filters the outermost first
  /// @param origins regular expressions of the web origins that may call from a browser
  public static StrictS3 start(
      InetSocketAddress address,
      BlobStore store,
      Signer signer,
      List<Filter> filters,
      List<String> origins)
      throws Exception {
    var threads = new QueuedThreadPool(64);
    threads.setName("s3");
    threads.setDaemon(true);
    var server = new Server(threads);
    var connector = new ServerConnector(server, new HttpConnectionFactory(configuration()));
    connector.setHost(address.getHostString());
    connector.setPort(address.getPort());
    server.addConnector(connector);
    var context = new ServletContextHandler();
    for (Filter filter : filters) {
      context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
    }
    context.addServlet(new ServletHolder(servlet(store, signer, origins)), "/*");
    server.setHandler(context);
    server.setErrorHandler(new S3ErrorHandler());
    server.setStopTimeout(0);
    server.start();
    return new StrictS3(server);
  }

  @SuppressWarnings("NullAway") // no virtual host and no metrics are both spelt null
  private static S3ProxyHandlerJetty servlet(BlobStore store, Signer signer, List<String> origins) {
    var cors =
        new CrossOriginResourceSharing(
            origins, List.of("GET", "HEAD", "PUT"), List.of("*"), List.of("ETag"), "");
    return new S3ProxyHandlerJetty(
        store,
        AuthenticationType.AWS_V4,
        signer.accessKey(),
        signer.secretKey(),
        null,
        MAX_OBJECT,
        MAX_BUFFERED,
        MAX_CHUNK,
        false,
        cors,
        "",
        MAX_CLOCK_SKEW_SECONDS,
        null);
  }

  private static HttpConfiguration configuration() {
    var configuration = new HttpConfiguration();
    configuration.setHttpCompliance(HttpCompliance.LEGACY);
    configuration.setUriCompliance(UriCompliance.LEGACY);
    configuration.setHeaderCacheCaseSensitive(true);
    configuration.setSendServerVersion(false);
    return configuration;
  }

  public void stop() throws Exception {
    server.stop();
  }
}
