package io.tintype.imaging.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The data sets of an IPTC block (IIM version 4.2), in the file's order.
public record Iptc(List<DataSet> dataSets) {

  private static final int MARKER = 0x1C;

  public Iptc {
    dataSets = List.copyOf(dataSets);
  }

  /// @param record 2 for what editors fill in
  /// @param number within the record
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record DataSet(int record, int number, byte[] value) {

    /// Record 1:90 says in which characters the texts are.
    boolean codedCharacterSet() {
      return record == 1 && number == 90;
    }

    /// By-line, credit and copyright notice.
    boolean rights() {
      return record == 2 && (number == 80 || number == 110 || number == 116);
    }

    /// As UTF-8, or where it is none as Latin-1.
    public String text() {
      String text = new String(value, StandardCharsets.UTF_8);
      return text.indexOf('\uFFFD') < 0 ? text : new String(value, StandardCharsets.ISO_8859_1);
    }
  }

  /// @param block as in [MetadataBlocks#iptc()]
  public static Iptc of(ByteBuffer block) {
    Part bytes = Part.of(block);
    List<DataSet> found = new ArrayList<>();
    long at = 0;
    while (bytes.has(at, 5) && bytes.u8(at) == MARKER) {
      long length = bytes.u16(at + 3);
      long content = at + 5;
      if (length > 0x7FFF) {
        // Extended: the lower bits say how many bytes the length has.
        int digits = (int) (length & 0x7FFF);
        length = digits == 4 ? bytes.u32(content) : bytes.size();
        content += digits;
      }
      if (!bytes.has(content, length)) {
        break;
      }
      byte[] value = bytes.part(content, length).copy();
      found.add(new DataSet(bytes.u8(at + 1), bytes.u8(at + 2), value));
      at = content + length;
    }
    return new Iptc(found);
  }

  /// The texts of one data set, which may be repeated.
  public List<String> texts(int record, int number) {
    return dataSets.stream()
        .filter(set -> set.record() == record && set.number() == number)
        .map(DataSet::text)
        .toList();
  }

  /// The data sets as a block. Values of more than 32,767 bytes are left out.
  ByteBuffer block() {
    var out = new ByteArrayOutputStream();
    for (DataSet set : dataSets) {
      int length = set.value().length;
      if (length <= 0x7FFF) {
        out.write(MARKER);
        out.write(set.record());
        out.write(set.number());
        out.write(length >> 8);
        out.write(length);
        out.writeBytes(set.value());
      }
    }
    return ByteBuffer.wrap(out.toByteArray());
  }
}
