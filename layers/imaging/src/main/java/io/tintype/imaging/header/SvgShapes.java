package io.tintype.imaging.header;

import io.tintype.imaging.Format;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.header.SvgReferences.Group;
import io.tintype.imaging.header.SvgReferences.Reference;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/// What the elements of an SVG take to draw, one by one, and what they refer to.
final class SvgShapes {

  /// Attributes in which CSS is looked for, besides all that hold a `url()`.
  private static final Set<String> STYLED =
      Set.of("style", "filter", "mask", "stroke-dasharray", "font-size", "font");

  /// Of pictures in an SVG; a vector graphic in one would come around all checks.
  private static final Set<Format> EMBEDDED =
      Set.of(Format.PNG, Format.JPEG, Format.GIF, Format.WEBP);

  private static final Pattern DATA = Pattern.compile("data:image/[a-z+.-]{1,20};base64,");
  private static final Pattern NUMBER =
      Pattern.compile("\\s*([+-]?\\d*\\.?\\d+(?:[eE][+-]?\\d{1,3})?)(%|[a-z]*)\\s*");

  /// Pixels of the largest unit there is, an inch.
  private static final double LARGEST_UNIT = 96;

  private final double viewport;
  private double shortestDash = Double.POSITIVE_INFINITY;
  private double largestFont = 16;
  private boolean hidesLengths;

  SvgShapes(double viewport) {
    this.viewport = viewport;
  }

  double shortestDash() {
    return shortestDash;
  }

  double largestFont() {
    return largestFont;
  }

  /// Whether CSS says how large shapes are, which is not looked at.
  boolean hidesLengths() {
    return hidesLengths;
  }

  /// @param group what the element belongs to
  SvgCost read(XMLStreamReader element, String name, Group group) {
    SvgPath.Extent extent = extent(element, name);
    SvgCost cost = name.equals("use") ? SvgCost.use() : SvgCost.shape(extent);
    for (int i = 0; i < element.getAttributeCount(); i++) {
      String attribute = element.getAttributeLocalName(i);
      String value = element.getAttributeValue(i);
      if (attribute.equals("href") || attribute.equals("src")) {
        cost = cost.plus(link(name, value, group));
      } else if (STYLED.contains(attribute) || value.toLowerCase(Locale.ROOT).contains("url(")) {
        String css = attribute.equals("style") ? value : attribute + ":" + value;
        style(SvgStyle.of(css), group, Math.max(1, extent.pieces()));
      }
    }
    return cost;
  }

  /// A style sheet may say it of every element, so that all of them count.
  void checkStyle(SvgStyle style, Group root) {
    style(style, root, 1);
    for (String reference : style.references()) {
      root.refer(new Reference(reference.substring(1), false, 1_000));
    }
  }

  private void style(SvgStyle style, Group group, double corners) {
    if (style.effects()) {
      throw unsupported("a filter or a mask");
    }
    for (String reference : style.references()) {
      if (!reference.startsWith("#")) {
        throw unsupported("a reference to " + shortened(reference));
      }
      group.refer(new Reference(reference.substring(1), false, corners));
    }
    hidesLengths |= style.setsGeometry();
    shortestDash = Math.min(shortestDash, style.shortestDash());
    largestFont = Math.max(largestFont, style.largestFont());
  }

  private static SvgCost link(String name, String target, Group group) {
    String reference = target.strip();
    if (name.equals("a")) {
      return SvgCost.NONE;
    }
    if (name.equals("image")) {
      return SvgCost.picture(pixels(reference));
    }
    if (!reference.startsWith("#")) {
      throw unsupported("a reference to " + shortened(reference));
    }
    group.refer(new Reference(reference.substring(1), name.equals("use"), 1));
    return SvgCost.NONE;
  }

  private static long pixels(String reference) {
    Matcher data = DATA.matcher(reference);
    if (!data.lookingAt()) {
      throw unsupported("a picture that is not embedded as PNG, JPEG, GIF or WebP");
    }
    try {
      byte[] file = Base64.getMimeDecoder().decode(reference.substring(data.end()));
      SourceInfo info = Headers.read(Source.of(file), Limits.DEFAULT);
      if (!EMBEDDED.contains(info.format())) {
        throw unsupported("an embedded " + info.format());
      }
      return info.stored().pixels() * (info.animated() ? info.frames() : 1);
    } catch (IllegalArgumentException e) {
      throw new TintypeException(
          Reason.CORRUPT, "SVG has an embedded picture that is no base64", e);
    }
  }

  private SvgPath.Extent extent(XMLStreamReader element, String name) {
    return switch (name) {
      case "path" -> SvgPath.of(value(element, "d"));
      case "polygon", "polyline" -> SvgPath.of(value(element, "points"));
      case "line" ->
          new SvgPath.Extent(
              1,
              length(element, "x1")
                  + length(element, "x2")
                  + length(element, "y1")
                  + length(element, "y2"));
      case "rect" ->
          new SvgPath.Extent(4, 2 * (length(element, "width") + length(element, "height")));
      case "circle" -> new SvgPath.Extent(8, 7 * length(element, "r"));
      case "ellipse" -> new SvgPath.Extent(8, 7 * (length(element, "rx") + length(element, "ry")));
      default -> new SvgPath.Extent(0, 0);
    };
  }

  private static String value(XMLStreamReader element, String attribute) {
    String value = element.getAttributeValue(null, attribute);
    return value == null ? "" : value;
  }

  private double length(XMLStreamReader element, String attribute) {
    Matcher matcher = NUMBER.matcher(value(element, attribute));
    if (!matcher.matches()) {
      return 0;
    }
    double number = Math.abs(Double.parseDouble(matcher.group(1)));
    return switch (matcher.group(2)) {
      case "", "px" -> number;
      case "%" -> number / 100 * viewport;
      case "em", "rem", "ex", "ch" -> number * Math.max(largestFont, LARGEST_UNIT);
      default -> number * LARGEST_UNIT;
    };
  }

  private static String shortened(String reference) {
    return reference.length() <= 60 ? reference : reference.substring(0, 60) + "…";
  }

  private static TintypeException unsupported(String what) {
    return new TintypeException(
        Reason.UNSUPPORTED, "Expected a plain SVG but received one with " + what);
  }
}
