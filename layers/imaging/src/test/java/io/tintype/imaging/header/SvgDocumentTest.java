package io.tintype.imaging.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Box;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgDocumentTest {

  private static final String EMBEDDED =
      "data:image/png;base64,"
          + Base64.getEncoder().encodeToString(Samples.png(9, 7, new Bin(), 0));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<path d='M0 0h9v9z' fill='url(#g)'/><linearGradient id='g'/>",
        "<style>.a{fill:red;filter:none}</style><rect class='a' filter='none' width='4'/>",
        "<defs><g id='a'><rect width='1'/></g></defs><use xlink:href='#a'/><use href='#a'/>",
        "<a href='https://example.com/'><text>words</text></a>",
        "<circle r='4' stroke-dasharray='1,2'/><path d='M1 1a4 4 0 014-4' clip-path='url(#c)'/>",
        "<clipPath id='c'><rect width='9'/></clipPath><rect clip-path='url( \"#c\" )'/>",
        "<x:filter xmlns:x='http://example.com/'/><?php nothing ?><!-- <filter/> -->",
        "<g style='opacity:.5;mix-blend-mode:multiply'><rect/></g>",
        "<script>alert(1)</script><foreignObject/>"
      })
  void drawsWhatPeopleDraw(String content) {
    assertThat(read(content).elements()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<filter id='f'/>",
        "<mask id='f'/>",
        "<pattern id='f'/>",
        "<s:filter xmlns:s='http://www.w3.org/2000/svg'/>",
        "<rect filter='blur(99px)'/>",
        "<rect style='fill:red;FILTER : blur(99px)'/>",
        "<rect style='filter/**/:blur(99px)'/>",
        "<rect style='f\\69 lter:blur(99px)'/>",
        "<style>rect{filter:url(#f)}</style>",
        "<style><![CDATA[rect{mask:url(#f)}]]></style>",
        "<style>@import 'a.css';</style>",
        "<image href='a.png'/>",
        "<image href='file:///etc/passwd'/>",
        "<image href='data:image/svg+xml,%3Csvg/%3E'/>",
        "<use href='other.svg#a'/>",
        "<use xlink:href='https://example.com/a.svg#a'/>",
        "<rect fill='url(https://example.com/a.svg#a)'/>",
        "<rect style='fill:URL( &quot;a.svg#a&quot; )'/>",
        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='a'/>",
        "<?xml-stylesheet href='data:text/css,rect{filter:blur(9px)}'?>",
        "<g id='a'><use href='#a'/></g>",
        "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>",
        "<style>circle{r:900000}</style><circle stroke-dasharray='1'/>"
      })
  void refusesWhatItWouldNotDraw(String content) {
    assertRefused(Reason.UNSUPPORTED, svg(content));
  }

  @Test
  void refusesWhatWouldTakeTooLong() {
    String use = "<g id='a'><rect/></g>" + "<use href='#a'/>".repeat(1_001);
    assertRefused(Reason.TOO_LARGE, svg(use));
    assertRefused(Reason.TOO_LARGE, svg("<rect/>".repeat(50_001)));
    assertRefused(Reason.TOO_LARGE, svg("<g>".repeat(300) + "</g>".repeat(300)));
    assertRefused(Reason.TOO_LARGE, svg("<path d='M0 0" + "L9 9 1 2".repeat(8_000) + "'/>"));
    assertRefused(Reason.TOO_LARGE, svg("<text>" + "word ".repeat(3_000) + "</text>"));
    assertRefused(Reason.TOO_LARGE, svg("<style>a~rect{fill:red}</style>"));
    assertRefused(Reason.TOO_LARGE, svg("<path stroke-dasharray='.1' d='M0 0H100000'/>"));
    assertRefused(
        Reason.TOO_LARGE,
        svg("<style>" + ".a{}".repeat(2_000) + "</style>" + "<g/>".repeat(2_000)));
  }

  @Test
  void refusesUsesThatMultiply() {
    var nested = new StringBuilder("<rect id='a0'/>");
    for (int i = 1; i < 12; i++) {
      String inner = "<use href='#a" + (i - 1) + "'/>";
      nested.append("<g id='a").append(i).append("'>").append(inner.repeat(9)).append("</g>");
    }
    assertRefused(Reason.TOO_LARGE, svg(nested.toString()));
  }

  @Test
  void countsClipsAndMarkersWhereTheyAreDrawn() {
    var clips = new StringBuilder("<clipPath id='c0'><rect/></clipPath>");
    for (int i = 1; i < 9; i++) {
      String inner = "<rect clip-path='url(#c" + (i - 1) + ")'/>";
      clips.append("<clipPath id='c").append(i).append("'>").append(inner.repeat(10));
      clips.append("</clipPath>");
    }
    assertRefused(Reason.TOO_LARGE, svg(clips.toString()));
    String marker = "<marker id='m'>" + "<rect/>".repeat(100) + "</marker>";
    String corners = "<path marker-mid='url(#m)' d='M0 0" + "L1 1".repeat(1_000) + "'/>";
    assertRefused(Reason.TOO_LARGE, svg(marker + corners));
  }

  @Test
  void looksIntoEmbeddedPictures() {
    assertThat(read("<image href='" + EMBEDDED + "'/>").elements()).isPositive();
    String huge = Base64.getEncoder().encodeToString(Samples.png(9_000, 9_000, new Bin(), 0));
    assertRefused(Reason.TOO_LARGE, svg("<image href='data:image/png;base64," + huge + "'/>"));
    assertRefused(Reason.UNSUPPORTED, svg("<image href='data:image/png;base64,QUJD'/>"));
  }

  @Test
  void refusesEntitiesAndWhatIsNoXml() {
    String root = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>";
    assertRefused(Reason.UNSUPPORTED, "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + root + "&a;</svg>");
    assertRefused(Reason.UNSUPPORTED, "<!DOCTYPE svg [ ]>" + root + "</svg>");
    assertRefused(Reason.CORRUPT, root + "<g></svg>");
    assertRefused(Reason.CORRUPT, root + "&undeclared;</svg>");
    assertRefused(
        Reason.UNSUPPORTED, "<?xml version='1.0' encoding='windows-1251'?>" + root + "</svg>");
    assertThat(
            read(bytes("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'a.dtd'>" + root + "</svg>"))
                .elements())
        .isEqualTo(1);
  }

  @Test
  void refusesBytesThatAreNoCharactersWithoutAWord() {
    byte[] file = bytes(svg("<text>\u00E9</text>"));
    byte[] latin = svg("<text>\u00E9</text>").getBytes(StandardCharsets.ISO_8859_1);
    byte[] declared = joined(bytes("<?xml version='1.0' encoding='iso-8859-1'?>"), latin);
    byte[] marked = joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, file);
    for (byte[] good : new byte[][] {file, declared, marked}) {
      assertThat(read(good).elements()).isPositive();
    }
    PrintStream usual = System.err;
    var printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThatThrownBy(() -> read(latin)).hasMessage("SVG is not well-formed XML");
    } finally {
      System.setErr(usual);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void refusesTenMegabytes() {
    byte[] file = Arrays.copyOf(bytes(svg("")), 10_000_001);
    Arrays.fill(file, svg("").length(), file.length, (byte) ' ');
    assertThatThrownBy(() -> read(file)).hasMessageContaining("10000000 bytes");
  }

  @Test
  void framesAPartAsLargeAsAskedFor() {
    String file = "<?xml version='1.0'?><svg width='10.5' viewBox='0 0 21 10'></svg>";
    byte[] framed =
        read(bytes(file)).framed(new Box(1, 0, 10, 5), new Size(11, 5), new Size(100, 50));
    assertThat(new String(framed, StandardCharsets.US_ASCII))
        .isEqualTo(
            "<?xml version='1.0'?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\""
                + " height=\"50\" viewBox=\"0.9545454545454546 0.0 9.545454545454547 5.0\""
                + " preserveAspectRatio=\"none\"><svg width='10.5' viewBox='0 0 21 10'></svg>\n"
                + "</svg>");
  }

  private static SvgDocument read(String content) {
    return read(bytes(svg(content)));
  }

  private static SvgDocument read(byte[] file) {
    Source source = Source.of(file);
    return SvgDocument.read(source);
  }

  private static void assertRefused(Reason reason, String file) {
    assertThatThrownBy(() -> read(bytes(file)))
        .as(file.substring(0, Math.min(300, file.length())))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static String svg(String content) {
    return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
        + " width='40' height='30'>"
        + content
        + "</svg>";
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
