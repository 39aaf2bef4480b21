package io.tintype.imaging.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmpRightsTest {

  private static final String PACKET =
      "<x:xmpmeta xmlns:x='adobe:ns:meta/'"
          + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
          + " xmlns:dc='http://purl.org/dc/elements/1.1/'><rdf:RDF><rdf:Description>"
          + "<dc:creator><rdf:Seq><rdf:li>Ren\u00E9</rdf:li></rdf:Seq></dc:creator>"
          + "</rdf:Description></rdf:RDF></x:xmpmeta>";

  @Test
  void keepsNamesWhetherThePacketBeginsWithAMarkOrNot() {
    assertThat(kept(PACKET.getBytes(StandardCharsets.UTF_8))).contains("<rdf:li>Ren\u00E9<");
    assertThat(kept(("\uFEFF" + PACKET).getBytes(StandardCharsets.UTF_8)))
        .contains("<rdf:li>Ren\u00E9<");
  }

  @Test
  void keepsWhatIsLegibleOfADamagedPacketWithoutAWord() {
    PrintStream usual = System.err;
    var printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat(kept(PACKET.getBytes(StandardCharsets.ISO_8859_1))).contains("<rdf:li>Ren\uFFFD<");
    } finally {
      System.setErr(usual);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static String kept(byte[] packet) {
    ByteBuffer rights = XmpRights.of(ByteBuffer.wrap(packet)).orElseThrow();
    return StandardCharsets.UTF_8.decode(rights).toString();
  }
}
