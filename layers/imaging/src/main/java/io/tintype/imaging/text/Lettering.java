package io.tintype.imaging.text;

import io.tintype.imaging.Box;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.OverlayPlacement.Places;
import io.tintype.imaging.Size;
import io.tintype.imaging.shape.Mask;
import io.tintype.imaging.shape.Outline;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/// A written text as a mask on a picture. What the font hasn't got is written as an empty box.
///
/// @param mask of the part of the picture that may be written on
/// @param left of the mask, in pixels of the picture
public record Lettering(Mask mask, int left, int top) {

  /// What a letter may stick out of its place, as a part of the size of the letters.
  private static final double OVERHANG = 0.5;

  /// Never needs more memory than the picture has pixels, however large the letters.
  ///
  /// @return empty where nothing of the text lies in the picture
  public static Optional<Lettering> of(Drawing.Text text, Size picture) {
    var block = Block.of(text);
    Size size = block.size();
    Places across = Places.of(text.x(), size.width(), picture.width());
    Places down = Places.of(text.y(), size.height(), picture.height());
    boolean once = across.count() == 1 && down.count() == 1;
    int margin = once ? (int) Math.ceil(OVERHANG * block.pixels + block.sticksOut()) : 0;
    int left = Math.max(0, across.first() - margin);
    int top = Math.max(0, down.first() - margin);
    long right = Math.min(picture.width(), (long) across.first() + across.length() + margin);
    long bottom = Math.min(picture.height(), (long) down.first() + down.length() + margin);
    if (left >= right || top >= bottom) {
      return Optional.empty();
    }
    Box part = new Box(left, top, (int) right - left, (int) bottom - top);
    Mask mask =
        once
            ? block.outline(across.first() - left, down.first() - top).mask(part.size())
            : repeated(block, across, down, part);
    return Optional.of(new Lettering(mask, left, top));
  }

  private static Mask repeated(Block block, Places across, Places down, Box part) {
    Size one =
        new Size(
            Math.min(block.size().width(), part.width()),
            Math.min(block.size().height(), part.height()));
    Mask tile =
        block
            .outline(
                Math.min(0, across.count() == 1 ? across.first() : 0),
                Math.min(0, down.count() == 1 ? down.first() : 0))
            .mask(one);
    byte[] coverage = new byte[Math.toIntExact(part.size().pixels())];
    for (int y = 0; y < part.height(); y++) {
      int row = y % down.step();
      for (int x = 0; x < part.width() && row < one.height(); x++) {
        int column = x % across.step();
        if (column < one.width()) {
          coverage[y * part.width() + x] = (byte) tile.at(column, row);
        }
      }
    }
    return new Mask(part.size(), coverage);
  }

  /// All lines together.
  ///
  /// @param pixels height of the letters' square
  /// @param width of the longest line, or the one that was asked for
  private record Block(
      TrueTypeFont font, Drawing.Text text, double pixels, List<Lines.Line> lines, double width) {

    static Block of(Drawing.Text text) {
      TrueTypeFont font = TrueTypeFont.shipped();
      double pixels = (double) text.size() * text.dpi() / 72;
      double scale = pixels / font.unitsPerEm();
      String composed = Normalizer.normalize(text.text(), Normalizer.Form.NFC).replace('\t', ' ');
      double most = text.width().map(Integer::doubleValue).orElse(Double.MAX_VALUE);
      List<Lines.Line> lines =
          Lines.of(composed, most, text.wrap(), line -> scale * length(font, line));
      double longest =
          lines.stream().mapToDouble(line -> scale * length(font, line.text())).max().orElse(0);
      return new Block(
          font, text, pixels, lines, text.width().map(Integer::doubleValue).orElse(longest));
    }

    Size size() {
      double height = lines.size() * lineHeight() - text.spacing() - scale() * font.lineGap();
      return new Size(Math.max(1, (int) Math.ceil(width)), Math.max(1, (int) Math.ceil(height)));
    }

    /// What the longest line is longer than asked for.
    double sticksOut() {
      return Math.max(
          0,
          lines.stream().mapToDouble(line -> scale() * length(font, line.text())).max().orElse(0)
              - width);
    }

    private double scale() {
      return pixels / font.unitsPerEm();
    }

    private double lineHeight() {
      return scale() * (font.ascent() - font.descent() + font.lineGap()) + text.spacing();
    }

    Outline outline(int left, int top) {
      var outline = new Outline();
      double baseLine = top + scale() * font.ascent();
      for (Lines.Line line : lines) {
        draw(line, left, Math.rint(baseLine), outline);
        baseLine += lineHeight();
      }
      return outline;
    }

    private void draw(Lines.Line line, int left, double baseLine, Outline outline) {
      double spare = width - scale() * length(font, line.text());
      long spaces = line.text().chars().filter(letter -> letter == ' ').count();
      boolean stretched =
          text.justify() && text.width().isPresent() && !line.ends() && spaces > 0 && spare > 0;
      double wider = stretched ? spare / spaces : 0;
      double x = left;
      if (!stretched) {
        x +=
            switch (text.align()) {
              case LOW -> 0;
              case CENTRE -> spare / 2;
              case HIGH -> spare;
            };
      }
      int before = -1;
      for (int letter : Visual.order(line.text()).codePoints().toArray()) {
        int glyph = font.glyph(letter);
        x += before < 0 ? 0 : scale() * font.kerning(before, glyph);
        font.draw(glyph, TrueTypeFont.Placing.at(x, baseLine, scale()), outline);
        x += scale() * font.advance(glyph) + (letter == ' ' ? wider : 0);
        before = glyph;
      }
    }

    /// In units of the font.
    private static double length(TrueTypeFont font, String line) {
      double length = 0;
      int before = -1;
      for (int letter : Visual.order(line).codePoints().toArray()) {
        int glyph = font.glyph(letter);
        length += font.advance(glyph) + (before < 0 ? 0 : font.kerning(before, glyph));
        before = glyph;
      }
      return length;
    }
  }
}
