package io.tintype.imaging.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// An EXIF block that says what some JSON of exif-reader says. Directories lie as the pointers in
/// the JSON want it.
final class GoldenBlock {

  private GoldenBlock() {}

  static byte[] of(JsonNode root) throws IOException {
    ByteOrder order =
        root.get("bigEndian").asBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    int photo = root.get("Image").get("ExifTag").asInt();
    int iop = root.get("Photo").get("InteroperabilityTag").asInt();
    // The thumbnail's directory comes last, as far behind as nothing else reaches.
    int thumbnail = 4096;
    byte[] block = new byte[2 * thumbnail];
    copy(directory(root.get("Image"), "Image", order, 8, thumbnail), 8, block);
    copy(directory(root.get("Photo"), "Photo", order, photo, 0), photo, block);
    copy(directory(root.get("Iop"), "Iop", order, iop, 0), iop, block);
    copy(directory(root.get("Thumbnail"), "Image", order, thumbnail, 0), thumbnail, block);
    System.arraycopy(new ExifBlock(order).done(), 0, block, 0, 8);
    return block;
  }

  private static void copy(byte[] directory, int place, byte[] block) {
    System.arraycopy(directory, 0, block, place, directory.length);
  }

  /// Values that don't fit an entry lie behind all directories, so that none is in another's way.
  private static byte[] directory(JsonNode tags, String group, ByteOrder order, int place, int next)
      throws IOException {
    Map<String, Integer> numbers = numbers(group);
    var block = new ExifBlock(order);
    while (block.place() < place) {
      block = block.pad();
    }
    var made = block;
    tags.properties()
        .forEach(
            field ->
                entry(
                    made,
                    Objects.requireNonNull(numbers.get(field.getKey())),
                    field.getKey(),
                    field.getValue()));
    byte[] all = made.end(next).done();
    byte[] directory = new byte[all.length - place];
    System.arraycopy(all, place, directory, 0, directory.length);
    return directory;
  }

  private static void entry(ExifBlock block, int tag, String name, JsonNode value) {
    if (name.startsWith("DateTime")) {
      block.ascii(tag, value.asText().replace('-', ':').replace('T', ' ').substring(0, 19));
    } else if (value.isTextual()) {
      block.ascii(tag, value.asText());
    } else if (value.isObject()) {
      int[] bytes = new int[value.get("data").size()];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = value.get("data").get(i).asInt();
      }
      block.undefined(tag, bytes);
    } else if (value.isIntegralNumber()) {
      block.longs(tag, value.asInt());
    } else {
      BigDecimal number = value.decimalValue();
      block.rationals(
          tag,
          number.unscaledValue().intValueExact(),
          BigDecimal.TEN.pow(number.scale()).intValueExact());
    }
  }

  private static Map<String, Integer> numbers(String group) throws IOException {
    Map<String, Integer> numbers = new HashMap<>();
    try (var in = Objects.requireNonNull(Exif.class.getResourceAsStream("exif-tags.txt"));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      lines
          .lines()
          .map(line -> line.split(" ", 3))
          .filter(words -> words[0].equals(group))
          .forEach(words -> numbers.put(words[2], Integer.parseInt(words[1], 16)));
    }
    return numbers;
  }
}
