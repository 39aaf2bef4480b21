package io.tintype.local;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An HTTP server on the loopback interface, Jetty's. Like CloudFront it takes addresses that are
/// none by the letter of RFC 3986, `curve([(0,0)],[],[],[])` for one, and leaves them as they are.
final class WebServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(WebServer.class);

  /// Room for the longest address that the edge refuses by itself.
  private static final int MAX_HEADERS = 64 << 10;

  private final Server server;
  private final ServerConnector connector;
  private final ExecutorService threads;

  private WebServer(Server server, ServerConnector connector, ExecutorService threads) {
    this.server = server;
    this.connector = connector;
    this.threads = threads;
  }

  /// Takes the port, and answers once it is open. 0 takes any free one.
  ///
  /// @throws TintypeException UNAVAILABLE where the port can't be had
  static WebServer bind(int port) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    var pool = new QueuedThreadPool();
    pool.setDaemon(true);
    pool.setVirtualThreadsExecutor(threads);
    var server = new Server(pool);
    var connector = new ServerConnector(server, new HttpConnectionFactory(configuration()));
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    connector.setPort(port);
    server.addConnector(connector);
    server.setStopTimeout(0);
    try {
      connector.open();
      return new WebServer(server, connector, threads);
    } catch (IOException e) {
      threads.close();
      throw new TintypeException(
          Reason.UNAVAILABLE,
          e.getCause() instanceof BindException
              ? "port " + port + " is taken"
              : "port " + port + " can't be opened: " + e.getMessage(),
          e);
    }
  }

  private static HttpConfiguration configuration() {
    var configuration = new HttpConfiguration();
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    configuration.setRequestHeaderSize(MAX_HEADERS);
    configuration.setSendServerVersion(false);
    return configuration;
  }

  int port() {
    return connector.getLocalPort();
  }

  /// @param answers called on a thread of its own for every request
  void open(Function<Request, Answer> answers) {
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(
              org.eclipse.jetty.server.Request http, Response response, Callback callback)
              throws IOException {
            answer(http, answers).send(http, response, callback);
            return true;
          }
        });
    server.setErrorHandler(WebServer::refuse);
    try {
      server.start();
    } catch (Exception e) {
      throw new TintypeException(Reason.UNAVAILABLE, "the server did not start", e);
    }
  }

  private static Answer answer(
      org.eclipse.jetty.server.Request http, Function<Request, Answer> answers) throws IOException {
    Optional<Request> request = Request.read(http);
    if (request.isEmpty()) {
      return Answer.error(413, "TooLarge", "the body is larger than 6 MB");
    }
    try {
      return answers.apply(request.get());
    } catch (RuntimeException e) {
      log.error("{} {} failed", request.get().method(), request.get().path(), e);
      return Answer.error(500, "Internal", "something went wrong; the log says what");
    }
  }

  /// What is no HTTP at all doesn't get as far as [#answer].
  private static boolean refuse(
      org.eclipse.jetty.server.Request http, Response response, Callback callback) {
    int status = Math.max(response.getStatus(), 400);
    Answer.error(status, "BadRequest", "this is no request that HTTP allows")
        .send(http, response, callback);
    return true;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      server.stop();
      connector.close();
    } catch (Exception e) {
      throw new TintypeException(Reason.INTERNAL, "the server did not stop", e);
    }
  }
}
