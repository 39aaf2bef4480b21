package io.tintype.imaging.metadata;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Makes a small XMP packet (ISO 16684-1) of what another says about rights: dc:creator, dc:rights
/// and everything of xmpRights that is plain text or a list of texts.
final class XmpRights {

  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final String DC = "http://purl.org/dc/elements/1.1/";
  private static final String RIGHTS = "http://ns.adobe.com/xap/1.0/rights/";

  private final StringBuilder kept = new StringBuilder();

  private XmpRights() {}

  /// Empty when nothing is said, or the packet is no XML.
  static Optional<ByteBuffer> of(ByteBuffer packet) {
    byte[] bytes = new byte[packet.remaining()];
    packet.duplicate().get(bytes);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    var rights = new XmpRights();
    try {
      // Of bytes that are no characters, the parser would print to the standard error.
      String text = new String(bytes, StandardCharsets.UTF_8);
      int start = text.startsWith("\uFEFF") ? 1 : 0;
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text.substring(start)));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT) {
          rights.element(xml);
        }
      }
    } catch (XMLStreamException damaged) {
      // What was read before the damage is still said.
    }
    return rights.kept.isEmpty() ? Optional.empty() : Optional.of(rights.packet());
  }

  private void element(XMLStreamReader xml) throws XMLStreamException {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = xml.getAttributeLocalName(i);
      if (wanted(xml.getAttributeNamespace(i), name)) {
        property(xml.getAttributeNamespace(i), name, "", List.of(xml.getAttributeValue(i)));
      }
    }
    if (wanted(xml.getNamespaceURI(), xml.getLocalName())) {
      values(xml, xml.getNamespaceURI(), xml.getLocalName());
    }
  }

  private static boolean wanted(@Nullable String space, String name) {
    return RIGHTS.equals(space)
        || (DC.equals(space) && (name.equals("creator") || name.equals("rights")));
  }

  /// Reads up to the end of the element.
  private void values(XMLStreamReader xml, String space, String name) throws XMLStreamException {
    String container = "";
    List<String> values = new ArrayList<>();
    var text = new StringBuilder();
    String language = "";
    for (int depth = 1; depth > 0; ) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          depth++;
          text.setLength(0);
          if (RDF.equals(xml.getNamespaceURI()) && xml.getLocalName().equals("li")) {
            String said = xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
            language = said == null ? "" : " xml:lang=\"" + escaped(said) + "\"";
          } else if (RDF.equals(xml.getNamespaceURI())) {
            container = xml.getLocalName();
          }
        }
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> text.append(xml.getText());
        case XMLStreamReader.END_ELEMENT -> {
          depth--;
          if (!text.toString().isBlank()) {
            String value = escaped(text.toString().strip());
            boolean item = xml.getLocalName().equals("li");
            values.add(item ? "<rdf:li" + language + ">" + value + "</rdf:li>" : value);
          }
          text.setLength(0);
        }
        case XMLStreamReader.END_DOCUMENT -> {
          return;
        }
        default -> {}
      }
    }
    element(space, name, container, values);
  }

  private void property(String space, String name, String container, List<String> values) {
    element(space, name, container, values.stream().map(XmpRights::escaped).toList());
  }

  private void element(String space, String name, String container, List<String> values) {
    if (values.isEmpty()) {
      return;
    }
    String tag = (space.equals(DC) ? "dc:" : "xmpRights:") + name;
    boolean listed = container.equals("Seq") || container.equals("Alt") || container.equals("Bag");
    kept.append('<').append(tag).append('>');
    kept.append(listed ? "<rdf:" + container + ">" : "");
    values.forEach(kept::append);
    kept.append(listed ? "</rdf:" + container + ">" : "");
    kept.append("</").append(tag).append('>');
  }

  private ByteBuffer packet() {
    String packet =
        "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
            + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\""
            + RDF
            + "\"><rdf:Description rdf:about=\"\" xmlns:dc=\""
            + DC
            + "\" xmlns:xmpRights=\""
            + RIGHTS
            + "\">"
            + kept
            + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>";
    return ByteBuffer.wrap(packet.getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
