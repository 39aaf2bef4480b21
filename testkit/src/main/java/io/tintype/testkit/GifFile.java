package io.tintype.testkit;

import io.tintype.imaging.Color;
import io.tintype.imaging.Size;
import java.util.ArrayList;
import java.util.List;

/// Writes animated GIFs of filled boxes, with every kind of disposal. The pixels are written as
/// LZW codes of 8 bits that never grow, because the dictionary is cleared in time.
public final class GifFile {

  /// What becomes of a frame's area before the next frame is drawn; numbers as in the file.
  public enum Disposal {
    UNSPECIFIED(0),
    KEEP(1),
    BACKGROUND(2),
    PREVIOUS(3);

    private final int number;

    Disposal(int number) {
      this.number = number;
    }

    static Disposal numbered(int number) {
      for (Disposal disposal : values()) {
        if (disposal.number == number) {
          return disposal;
        }
      }
      throw new AssertionError("There is no disposal " + number);
    }
  }

  private static final int CLEAR = 128;
  private static final int END = 129;
  private static final int CODES_BEFORE_CLEAR = 100;
  private static final int TRANSPARENT = 127;

  private final Bytes file = new Bytes();
  private final List<Color> palette = new ArrayList<>();

  /// @param loops 0 without end, -1 to leave the loop count out
  public GifFile(Size canvas, int loops, Color... colors) {
    palette.addAll(List.of(colors));
    int paletteOf128 = 0x80 | 6;
    file.text("GIF89a").little16(canvas.width()).little16(canvas.height()).u8(paletteOf128, 0, 0);
    for (int i = 0; i < 128; i++) {
      Color color = i < palette.size() ? palette.get(i) : Color.BLACK;
      file.u8(color.red(), color.green(), color.blue());
    }
    if (loops >= 0) {
      file.u8(0x21, 0xFF, 11).text("NETSCAPE2.0").u8(3, 1).little16(loops).u8(0);
    }
  }

  /// A box of one colour of the palette, or transparent.
  public GifFile box(
      int left, int top, Size size, Color color, int delayCentis, Disposal disposal) {
    int index = color.alpha() == 0 ? TRANSPARENT : palette.indexOf(color);
    file.u8(0x21, 0xF9, 4, (disposal.number << 2) | 1).little16(delayCentis).u8(TRANSPARENT, 0);
    file.u8(0x2C).little16(left).little16(top);
    file.little16(size.width()).little16(size.height()).u8(0, 7);
    blocks(codes(index, (int) size.pixels()));
    return this;
  }

  public GifFile comment(String text) {
    file.u8(0x21, 0xFE, text.length()).text(text).u8(0);
    return this;
  }

  public byte[] done() {
    return new Bytes().raw(file.done()).u8(0x3B).done();
  }

  private static byte[] codes(int index, int pixels) {
    var codes = new Bytes();
    for (int i = 0; i < pixels; i++) {
      if (i % CODES_BEFORE_CLEAR == 0) {
        codes.u8(CLEAR);
      }
      codes.u8(index);
    }
    return codes.u8(END).done();
  }

  private void blocks(byte[] content) {
    for (int from = 0; from < content.length; from += 255) {
      int to = Math.min(content.length, from + 255);
      file.u8(to - from).raw(content, from, to);
    }
    file.u8(0);
  }
}
