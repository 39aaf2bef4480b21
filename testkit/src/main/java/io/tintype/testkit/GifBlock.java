package io.tintype.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One block of a GIF: an extension with its label, or an image.
///
/// @param content sub-blocks joined together; of an image its descriptor only
@SuppressWarnings("ArrayRecordComponent") // never compared
record GifBlock(int label, byte[] content) {

  static final int IMAGE = 0x2C;
  static final int CONTROL = 0xF9;
  static final int COMMENT = 0xFE;
  static final int PLAIN_TEXT = 0x01;
  static final int APPLICATION = 0xFF;

  static List<GifBlock> all(byte[] file) {
    List<GifBlock> blocks = new ArrayList<>();
    int at = 13 + palette(file[10]);
    while ((file[at] & 255) != 0x3B) {
      var content = new ByteArrayOutputStream();
      int label;
      if (file[at] == 0x21) {
        label = file[at + 1] & 255;
        at += 2;
        for (; file[at] != 0; at += 1 + (file[at] & 255)) {
          content.write(file, at + 1, file[at] & 255);
        }
      } else {
        label = IMAGE;
        content.write(file, at + 1, 9);
        at += 10 + palette(file[at + 9]) + 1;
        while (file[at] != 0) {
          at += 1 + (file[at] & 255);
        }
      }
      at++;
      blocks.add(new GifBlock(label, content.toByteArray()));
    }
    return blocks;
  }

  private static int palette(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  boolean contentStartsWith(String text) {
    return new String(content, StandardCharsets.ISO_8859_1).startsWith(text);
  }

  int u8(int at) {
    return content[at] & 255;
  }

  int little16(int at) {
    return u8(at) | (u8(at + 1) << 8);
  }
}
