package io.tintype.imaging.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tintype.imaging.Shared;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExifTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsAllGroupsInBothByteOrders(boolean big) {
    Exif exif = exif(sample(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN));
    assertThat(exif.bigEndian()).isEqualTo(big);
    assertThat(exif.groups().keySet()).containsExactly("Image", "Photo", "GPSInfo", "Iop");
    assertThat(exif.value("Image", "Artist")).contains(new ExifValue.Text("A. Person"));
    assertThat(exif.value("GPSInfo", "GPSLatitude"))
        .hasValueSatisfying(
            value -> assertThat(((ExifValue.Many) value).numbers()).containsExactly(52.0, 30.5));
  }

  @Test
  void writesJsonAsJavaScriptDoes() {
    assertThat(exif(sample(ByteOrder.BIG_ENDIAN)).json())
        .isEqualTo(
            "{\"bigEndian\":true,"
                + "\"Image\":{\"60000\":[1,2],\"65000\":3,\"Artist\":\"A. Person\","
                + "\"Copyright\":\"say \\\"hi\\\"\\n\",\"DateTime\":\"2022-03-01T00:00:01.000Z\","
                + "\"ExifTag\":138,\"GPSTag\":258},"
                + "\"Photo\":{\"ExposureTime\":0.0125,\"ExposureBiasValue\":-0.5,"
                + "\"ExifVersion\":{\"type\":\"Buffer\",\"data\":[48,50,51,49]},"
                + "\"DateTimeOriginal\":null,\"LensSpecification\":[85,null],"
                + "\"InteroperabilityTag\":292},"
                + "\"GPSInfo\":{\"GPSLatitude\":[52,30.5]},"
                + "\"Iop\":{\"InteroperabilityIndex\":\"R98\"}}");
  }

  /// The golden file names what exif-reader made of a picture; the block is built from it, tag by
  /// tag, so that reading has to give the very same text.
  @Test
  void givesTheGoldenJsonForABlockOfThatContent() throws IOException {
    String golden = Files.readString(Shared.file("vectors/showexif-golden.json"));
    JsonNode root = new ObjectMapper().readTree(golden);
    assertThat(exif(GoldenBlock.of(root)).json()).isEqualTo(golden.strip());
  }

  @Test
  void staysCalmWithDamagedBlocks() {
    byte[] whole = sample(ByteOrder.LITTLE_ENDIAN);
    for (int length = 0; length < whole.length; length++) {
      Exif.of(ByteBuffer.wrap(whole, 0, length))
          .ifPresent(exif -> assertThat(exif.json()).isNotEmpty());
    }
    var random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      byte[] damaged = whole.clone();
      for (int flips = 0; flips < 3; flips++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Exif.of(ByteBuffer.wrap(damaged)).ifPresent(exif -> assertThat(exif.json()).isNotEmpty());
    }
    assertThat(Exif.of(ByteBuffer.wrap(new byte[100]))).isEmpty();
  }

  private static Exif exif(byte[] block) {
    return Exif.of(ByteBuffer.wrap(block)).orElseThrow();
  }

  private static byte[] sample(ByteOrder order) {
    // Places of the directories are worked out in a first round.
    int[] places = new int[3];
    byte[] block = new byte[0];
    for (int round = 0; round < 2; round++) {
      var made =
          new ExifBlock(order)
              .shorts(65_000, 3)
              .shorts(60_000, 1, 2)
              .ascii(0x13B, "A. Person")
              .ascii(0x8298, "say \"hi\"\n")
              .ascii(0x132, "2022:02:29 00:00:01")
              .longs(0x8769, places[0])
              .longs(0x8825, places[1])
              .end(0);
      places[0] = made.place();
      made.rationals(0x829A, 1, 80)
          .signedRationals(0x9204, -1, 2)
          .undefined(0x9000, '0', '2', '3', '1')
          .ascii(0x9003, "yesterday")
          .rationals(0xA432, 85, 1, 0, 0)
          .longs(0xA005, places[2])
          .end(0);
      places[1] = made.place();
      made.rationals(2, 52, 1, 61, 2).end(0);
      places[2] = made.place();
      block = made.ascii(1, "R98").end(0).done();
    }
    return block;
  }
}
