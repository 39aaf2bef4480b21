package io.tintype.imaging.header;

import io.tintype.imaging.Reason;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.header.SvgReferences.Group;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Goes through an SVG once, from its start to its end, and refuses it where it would fetch
/// something, take unbounded time or be read otherwise by another parser: entities, filters, masks
/// and patterns, references to anything but its own elements and embedded pictures, deep nesting,
/// character sets that don't contain ASCII, and all that [SvgCost] adds up.
final class SvgReading {

  private static final Set<String> ENCODINGS = Set.of("UTF-8", "US-ASCII", "ISO-8859-1");

  /// In an XML declaration, which begins the file.
  private static final Pattern ENCODING =
      Pattern.compile("<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([^\"'>]+)");

  private static final int LONGEST_DECLARATION = 200;
  private static final int UTF_8_MARK = 0xEFBBBF;

  private static final Set<String> REFUSED = Set.of("filter", "mask", "pattern");
  private static final Set<String> OURS = Set.of("", "http://www.w3.org/2000/svg");
  private static final Set<String> DRAWN_BY_URL = Set.of("clipPath", "marker");
  private static final String INCLUDE = "http://www.w3.org/2001/XInclude";
  private static final int DEEPEST = 150;

  /// Elements times rules of style sheets: a million take about a third of a second.
  private static final long MOST_MATCHES = 3_000_000;

  private static final int LONGEST_STYLE = 500_000;

  private final Source source;
  private final SvgReferences references = new SvgReferences();
  private final Group root = new Group();
  private final Deque<Group> open = new ArrayDeque<>();
  private final StringBuilder styles = new StringBuilder();
  private final SvgShapes shapes;
  private SvgCost drawn = SvgCost.NONE;
  private boolean inStyle;

  /// @param viewport the longer side of what percentages refer to
  SvgReading(Source source, double viewport) {
    this.source = source;
    this.shapes = new SvgShapes(viewport);
  }

  /// @return what drawing it takes
  SvgCost check() {
    try (var in = decoded(source.buffer())) {
      XMLStreamReader reader = factory().createXMLStreamReader(in);
      while (reader.hasNext()) {
        event(reader, reader.next());
      }
      requireKnown(reader.getCharacterEncodingScheme());
      reader.close();
    } catch (XMLStreamException | IOException e) {
      throw new TintypeException(Reason.CORRUPT, "SVG is not well-formed XML", e);
    }
    return checked();
  }

  /// As characters: of bytes that are none, the JDK's parser would print to the standard error.
  private static Reader decoded(ByteBuffer file) {
    boolean marked = file.remaining() >= 4 && file.getInt(file.position()) >>> 8 == UTF_8_MARK;
    file.position(file.position() + (marked ? 3 : 0));
    byte[] start = new byte[Math.min(LONGEST_DECLARATION, file.remaining())];
    file.get(file.position(), start);
    Matcher declared = ENCODING.matcher(new String(start, StandardCharsets.ISO_8859_1));
    String encoding = declared.lookingAt() ? declared.group(1) : "UTF-8";
    requireKnown(encoding);
    return new InputStreamReader(
        new ByteBufferStream(file), Charset.forName(encoding).newDecoder());
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // Ours is another, and says so in other words.
    factory.setProperty("jdk.xml.maxElementDepth", "0");
    return factory;
  }

  private static void requireKnown(@Nullable String encoding) {
    if (encoding != null && !ENCODINGS.contains(encoding.toUpperCase(Locale.ROOT))) {
      throw unsupported("in " + encoding + ", expected one in UTF-8");
    }
  }

  private void event(XMLStreamReader reader, int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(reader);
      case XMLStreamConstants.END_ELEMENT -> {
        open.pop();
        inStyle = false;
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader);
      case XMLStreamConstants.ENTITY_REFERENCE -> throw unsupported("with entities");
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
        if (reader.getPITarget().equalsIgnoreCase("xml-stylesheet")) {
          throw unsupported("with a style sheet from elsewhere");
        }
      }
      default -> {}
    }
  }

  private void start(XMLStreamReader reader) {
    String space = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
    String name = reader.getLocalName();
    boolean ours = OURS.contains(space);
    if (space.equals(INCLUDE) || (ours && REFUSED.contains(name))) {
      throw unsupported("with the element " + name);
    }
    if (open.size() >= DEEPEST) {
      throw new TintypeException(
          Reason.TOO_LARGE, "Expected an SVG of at most " + DEEPEST + " levels but received more");
    }
    Group group = open.isEmpty() ? root : open.peek();
    String id = attribute(reader, "id");
    if (!id.isEmpty() && !open.isEmpty()) {
      group = references.named(id, group, DRAWN_BY_URL.contains(name));
    }
    open.push(group);
    inStyle = ours && name.equals("style");
    if (ours) {
      add(group, shapes.read(reader, name, group));
    }
  }

  private void add(Group group, SvgCost cost) {
    group.add(cost);
    drawn = drawn.plus(cost);
    drawn.check(Double.POSITIVE_INFINITY);
  }

  private static String attribute(XMLStreamReader reader, String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private void text(XMLStreamReader reader) {
    if (inStyle) {
      styles.append(reader.getText());
      if (styles.length() > LONGEST_STYLE) {
        throw new TintypeException(
            Reason.TOO_LARGE,
            "Expected an SVG with style sheets of at most "
                + LONGEST_STYLE
                + " characters but received more");
      }
    } else if (!reader.isWhiteSpace() && !open.isEmpty()) {
      add(open.peek(), SvgCost.text(reader.getTextLength(), shapes.largestFont()));
    }
  }

  private SvgCost checked() {
    SvgStyle style = SvgStyle.of(styles.toString());
    shapes.checkStyle(style, root);
    SvgCost total = references.total(root);
    if (style.selectsSlowly() || style.rules() * total.elements() > MOST_MATCHES) {
      throw new TintypeException(
          Reason.TOO_LARGE,
          "Expected an SVG whose style sheet is matched at most "
              + MOST_MATCHES
              + " times, without selectors that count or compare siblings, but received more");
    }
    if (!Double.isInfinite(shapes.shortestDash()) && shapes.hidesLengths()) {
      throw unsupported("with dashed lines whose lengths are in a style sheet");
    }
    total.check(shapes.shortestDash());
    return total;
  }

  private static TintypeException unsupported(String what) {
    return new TintypeException(
        Reason.UNSUPPORTED, "Expected a plain SVG but received one " + what);
  }

  /// A stream over a buffer, which needn't lie in the heap.
  private static final class ByteBufferStream extends java.io.InputStream {
    private final ByteBuffer bytes;

    ByteBufferStream(ByteBuffer bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.hasRemaining() ? bytes.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) {
      if (!bytes.hasRemaining()) {
        return length == 0 ? 0 : -1;
      }
      int count = Math.min(length, bytes.remaining());
      bytes.get(target, from, count);
      return count;
    }

    @Override
    public void close() {}
  }
}
