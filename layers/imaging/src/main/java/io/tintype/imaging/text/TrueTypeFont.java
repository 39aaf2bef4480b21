package io.tintype.imaging.text;

import io.tintype.imaging.shape.Outline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// A font file with quadratic outlines, read as the OpenType specification says (tables `cmap`,
/// `glyf`, `head`, `hhea`, `hmtx`, `kern`, `loca`). Reads fonts that are shipped, so a damaged one
/// is a defect of the program and not of a request. Measures count in units of the font, upwards
/// from the base line.
final class TrueTypeFont {

  private static final int MOST_NESTED = 8;

  // Flags of a component of a composite glyph
  private static final int WORDS = 1;
  private static final int OFFSETS = 2;
  private static final int SCALE = 8;
  private static final int MORE = 32;
  private static final int TWO_SCALES = 64;
  private static final int MATRIX = 128;

  private final ByteBuffer file;
  private final Map<String, Integer> tables = new HashMap<>();
  private final Map<Integer, Integer> kerning = new HashMap<>();
  private final int characters;
  private final int metrics;
  private final boolean longOffsets;

  private TrueTypeFont(byte[] bytes) {
    file = ByteBuffer.wrap(bytes);
    for (int i = 0; i < u16(4); i++) {
      int entry = 12 + 16 * i;
      tables.put(new String(bytes, entry, 4, StandardCharsets.ISO_8859_1), file.getInt(entry + 8));
    }
    metrics = u16(table("hhea") + 34);
    longOffsets = u16(table("head") + 50) != 0;
    characters = characterMap();
    readKerning();
  }

  /// The font that is shipped, read at its first use.
  static TrueTypeFont shipped() {
    return Shipped.FONT;
  }

  private static final class Shipped {

    private static final TrueTypeFont FONT = read("DejaVuSans.ttf");

    private static TrueTypeFont read(String name) {
      try (InputStream in = TrueTypeFont.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("The font " + name + " is missing from the program");
        }
        return new TrueTypeFont(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private int table(String name) {
    Integer at = tables.get(name);
    if (at == null) {
      throw new IllegalStateException("The font has no table " + name);
    }
    return at;
  }

  private int u16(int at) {
    return file.getShort(at) & 0xFFFF;
  }

  double unitsPerEm() {
    return u16(table("head") + 18);
  }

  int ascent() {
    return file.getShort(table("hhea") + 4);
  }

  /// Below 0.
  int descent() {
    return file.getShort(table("hhea") + 6);
  }

  int lineGap() {
    return file.getShort(table("hhea") + 8);
  }

  /// Of the map from characters with the most of them: format 12, else 4.
  private int characterMap() {
    int cmap = table("cmap");
    int best = -1;
    for (int i = 0; i < u16(cmap + 2); i++) {
      int at = cmap + file.getInt(cmap + 4 + 8 * i + 4);
      int format = u16(at);
      if (format == 12 || (format == 4 && best < 0)) {
        best = at;
      }
    }
    if (best < 0) {
      throw new IllegalStateException("The font has no map from characters that is understood");
    }
    return best;
  }

  /// 0 is the glyph that stands for what the font hasn't got.
  int glyph(int character) {
    return u16(characters) == 12 ? byGroups(character) : bySegments(character);
  }

  private int byGroups(int character) {
    int low = 0;
    int high = file.getInt(characters + 12) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int group = characters + 16 + 12 * middle;
      if (character < file.getInt(group)) {
        high = middle - 1;
      } else if (character > file.getInt(group + 4)) {
        low = middle + 1;
      } else {
        return file.getInt(group + 8) + character - file.getInt(group);
      }
    }
    return 0;
  }

  private int bySegments(int character) {
    int doubled = u16(characters + 6);
    for (int i = 0; i < doubled; i += 2) {
      int end = characters + 14 + i;
      int start = end + doubled + 2;
      if (character <= u16(end)) {
        if (character < u16(start)) {
          return 0;
        }
        int delta = u16(start + doubled);
        int offset = start + 2 * doubled;
        if (u16(offset) == 0) {
          return (character + delta) & 0xFFFF;
        }
        int glyph = u16(offset + u16(offset) + 2 * (character - u16(start)));
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
      }
    }
    return 0;
  }

  int advance(int glyph) {
    return u16(table("hmtx") + 4 * Math.min(glyph, metrics - 1));
  }

  /// What two neighbours are moved together (below 0) or apart.
  int kerning(int left, int right) {
    return kerning.getOrDefault((left << 16) | right, 0);
  }

  private void readKerning() {
    Integer kern = tables.get("kern");
    if (kern == null) {
      return;
    }
    int at = kern + 4;
    for (int i = 0; i < u16(kern + 2); i++) {
      boolean horizontalPairs = (u16(at + 4) & 0xFF07) == 1;
      for (int pair = 0; horizontalPairs && pair < u16(at + 6); pair++) {
        int entry = at + 14 + 6 * pair;
        kerning.put(file.getInt(entry), (int) file.getShort(entry + 4));
      }
      at += u16(at + 2);
    }
  }

  /// How a glyph is drawn: `x' = a x + c y + e`, `y' = b x + d y + f`, where y grows downwards.
  record Placing(double a, double b, double c, double d, double e, double f) {

    static Placing at(double x, double baseLine, double scale) {
      return new Placing(scale, 0, 0, -scale, x, baseLine);
    }

    private double x(double x, double y) {
      return a * x + c * y + e;
    }

    private double y(double x, double y) {
      return b * x + d * y + f;
    }

    private Placing within(Placing outer) {
      return new Placing(
          outer.a * a + outer.c * b,
          outer.b * a + outer.d * b,
          outer.a * c + outer.c * d,
          outer.b * c + outer.d * d,
          outer.x(e, f),
          outer.y(e, f));
    }
  }

  void draw(int glyph, Placing placing, Outline outline) {
    draw(glyph, placing, outline, 0);
  }

  private void draw(int glyph, Placing placing, Outline outline, int nested) {
    long start = offset(glyph);
    if (start == offset(glyph + 1) || nested > MOST_NESTED) {
      return;
    }
    int at = table("glyf") + (int) start;
    int contours = file.getShort(at);
    if (contours >= 0) {
      GlyphContours.read(file, at, contours).draw(placing::x, placing::y, outline);
    } else {
      drawComponents(at + 10, placing, outline, nested);
    }
  }

  private long offset(int glyph) {
    int loca = table("loca");
    return longOffsets ? file.getInt(loca + 4 * glyph) : 2L * u16(loca + 2 * glyph);
  }

  private void drawComponents(int first, Placing placing, Outline outline, int nested) {
    int at = first;
    int flags;
    do {
      flags = u16(at);
      int glyph = u16(at + 2);
      boolean words = (flags & WORDS) != 0;
      double x = words ? file.getShort(at + 4) : file.get(at + 4);
      double y = words ? file.getShort(at + 6) : file.get(at + 5);
      boolean offsets = (flags & OFFSETS) != 0;
      at += words ? 8 : 6;
      double[] matrix = {1, 0, 0, 1};
      if ((flags & SCALE) != 0) {
        matrix[0] = fraction(at);
        matrix[3] = matrix[0];
        at += 2;
      } else if ((flags & TWO_SCALES) != 0) {
        matrix[0] = fraction(at);
        matrix[3] = fraction(at + 2);
        at += 4;
      } else if ((flags & MATRIX) != 0) {
        for (int i = 0; i < 4; i++) {
          matrix[i] = fraction(at + 2 * i);
        }
        at += 8;
      }
      var inner =
          new Placing(matrix[0], matrix[1], matrix[2], matrix[3], offsets ? x : 0, offsets ? y : 0);
      draw(glyph, inner.within(placing), outline, nested + 1);
    } while ((flags & MORE) != 0);
  }

  /// A number of the kind 2.14.
  private double fraction(int at) {
    return file.getShort(at) / 16384.0;
  }
}
