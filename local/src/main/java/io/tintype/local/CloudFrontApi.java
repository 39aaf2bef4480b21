package io.tintype.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The one operation of CloudFront's API that the functions use: CreateInvalidation of the edge's
/// distribution. It is done before it is answered, unlike CloudFront's.
final class CloudFrontApi implements AutoCloseable {

  static final String DISTRIBUTION = "ELOCAL";

  private static final String PATH = "/2020-05-31/distribution/" + DISTRIBUTION + "/invalidation";
  private static final int MAX_BODY = 1_000_000;

  private final HttpServer server;
  private final EdgeCache cache;
  private final AtomicInteger count = new AtomicInteger();

  private CloudFrontApi(HttpServer server, EdgeCache cache) {
    this.server = server;
    this.cache = cache;
  }

  static CloudFrontApi start(int port, EdgeCache cache) {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      var api = new CloudFrontApi(server, cache);
      server.createContext("/", api::handle);
      server.start();
      return api;
    } catch (IOException e) {
      throw new TintypeException(Reason.UNAVAILABLE, "the edge's API did not start", e);
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
      answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body).send(exchange);
    }
  }

  private Answer answer(String method, String path, byte[] body) {
    if (!method.equals("POST") || !path.equals(PATH)) {
      return error(404, "NoSuchDistribution", "there is only " + DISTRIBUTION + " here");
    }
    try {
      List<String> paths = paths(body);
      if (paths.isEmpty() || paths.stream().anyMatch(each -> !each.startsWith("/"))) {
        return error(400, "InvalidArgument", "expected paths, each with a slash before it");
      }
      cache.invalidate(paths);
      return xml(
          201,
          "<Invalidation><Id>I%d</Id><Status>Completed</Status><CreateTime>%s</CreateTime></Invalidation>"
              .formatted(count.incrementAndGet(), Instant.now()));
    } catch (XMLStreamException e) {
      return error(400, "MalformedXML", "the body is no XML");
    }
  }

  private static List<String> paths(byte[] body) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(body));
    List<String> paths = new ArrayList<>();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("Path")) {
        paths.add(xml.getElementText());
      }
    }
    return paths;
  }

  private static Answer error(int status, String code, String message) {
    return xml(
        status,
        "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
            .formatted(code, message));
  }

  private static Answer xml(int status, String xml) {
    return new Answer(
        status, Map.of("content-type", "text/xml"), xml.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
