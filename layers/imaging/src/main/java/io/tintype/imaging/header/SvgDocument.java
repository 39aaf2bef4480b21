package io.tintype.imaging.header;

import io.tintype.imaging.Box;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// An SVG that may be drawn: it fetches nothing, declares no entities and takes a bounded time. To
/// a renderer it is given inside of a frame that says which part is drawn, and how large, so that
/// every size is drawn from the outlines and none is a picture that was enlarged.
///
/// What is refused, and why, is in [SvgReading] and [SvgCost].
public final class SvgDocument {

  /// No drawing that people make is larger, and XML parsers stop there too.
  private static final int MOST_BYTES = 10_000_000;

  private static final byte[] END = "\n</svg>".getBytes(StandardCharsets.US_ASCII);

  private final Source source;
  private final Svg.Root root;
  private final SvgCost cost;

  private SvgDocument(Source source, Svg.Root root, SvgCost cost) {
    this.source = source;
    this.root = root;
    this.cost = cost;
  }

  /// Reads the whole file, in memory that doesn't grow with what the file would expand to.
  ///
  /// @throws TintypeException TOO_LARGE for more than 10 MB or more work than is allowed,
  ///     UNSUPPORTED for what is never drawn, such as filters and references to elsewhere,
  ///     CORRUPT for what is no XML
  public static SvgDocument read(Source source) {
    if (source.size() > MOST_BYTES) {
      throw new TintypeException(
          Reason.TOO_LARGE,
          "Expected an SVG of at most " + MOST_BYTES + " bytes but received " + source.size());
    }
    Bytes bytes = Bytes.of(source.buffer()).named("SVG");
    Svg.Root root = Svg.root(bytes).orElseThrow(() -> bytes.corrupt("has no root element"));
    if (bytes.text(0, root.at()).contains("<!ENTITY") || Svg.declares(bytes, root.at())) {
      throw bytes.unsupported("declares entities, which are not expanded");
    }
    SvgCost cost = new SvgReading(source, root.viewport()).check();
    return new SvgDocument(source, root, cost);
  }

  /// How many elements are drawn, those that are used several times each time.
  public long elements() {
    return (long) cost.elements();
  }

  /// A document that shows a part of this one, exactly as large as asked for.
  ///
  /// @param part in pixels of the whole
  /// @param whole size of all of it, as somebody has rounded or enlarged it
  public byte[] framed(Box part, Size whole, Size target) {
    double across = root.width() / whole.width();
    double down = root.height() / whole.height();
    String frame =
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " viewBox=\"%s %s %s %s\" preserveAspectRatio=\"none\">",
            target.width(),
            target.height(),
            part.left() * across,
            part.top() * down,
            part.width() * across,
            part.height() * down);
    byte[] begin = frame.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer bytes = source.buffer();
    return ByteBuffer.allocate(bytes.remaining() + begin.length + END.length)
        .put(bytes.slice(0, root.at()))
        .put(begin)
        .put(bytes.slice(root.at(), bytes.remaining() - root.at()))
        .put(END)
        .array();
  }
}
