package io.tintype.local;

import java.io.ByteArrayInputStream;
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

  private final WebServer server;
  private final EdgeCache cache;
  private final AtomicInteger count = new AtomicInteger();

  private CloudFrontApi(WebServer server, EdgeCache cache) {
    this.server = server;
    this.cache = cache;
  }

  static CloudFrontApi start(int port, EdgeCache cache) {
    var api = new CloudFrontApi(WebServer.bind(port), cache);
    api.server.open(api::answer);
    return api;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  private Answer answer(Request request) {
    if (!request.method().equals("POST") || !request.path().equals(PATH)) {
      return error(404, "NoSuchDistribution", "there is only " + DISTRIBUTION + " here");
    }
    try {
      List<String> paths = paths(request.body());
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
    server.close();
  }
}
