package io.tintype.testkit;

import io.tintype.imaging.Blend;
import io.tintype.imaging.Color;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Offset;
import io.tintype.imaging.Size;
import io.tintype.imaging.text.Lettering;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A contact sheet: cells in rows, each with a name and a picture for each engine, on a chequered
/// ground that shows transparency. Names are written with the font that edits write with.
public final class Sheet {

  private static final int PICTURE_WIDTH = 230;
  private static final int PICTURE_HEIGHT = 190;
  private static final int LABEL_HEIGHT = 16;
  private static final int GAP = 6;
  private static final int CELLS_IN_A_ROW = 3;

  private final int engines;
  private final List<Cell> cells = new ArrayList<>();

  public Sheet(int engines) {
    this.engines = engines;
  }

  private record Cell(String name, List<BufferedImage> pictures) {}

  public void add(String name, List<BufferedImage> pictures) {
    cells.add(new Cell(name, pictures));
  }

  public BufferedImage drawn() {
    int cellWidth = engines * (PICTURE_WIDTH + GAP) + GAP;
    int cellHeight = PICTURE_HEIGHT + LABEL_HEIGHT + 2 * GAP;
    int rows = Math.ceilDiv(cells.size(), CELLS_IN_A_ROW);
    var sheet =
        new BufferedImage(
            CELLS_IN_A_ROW * cellWidth, rows * cellHeight, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    for (int i = 0; i < cells.size(); i++) {
      int left = (i % CELLS_IN_A_ROW) * cellWidth;
      int top = (i / CELLS_IN_A_ROW) * cellHeight;
      write(cells.get(i).name, sheet, left + GAP, top + 2, cellWidth - 2 * GAP);
      int x = left + GAP;
      for (BufferedImage picture : cells.get(i).pictures) {
        chequer(sheet, x, top + LABEL_HEIGHT + GAP);
        double scale = scale(picture);
        graphics.drawImage(
            picture,
            x,
            top + LABEL_HEIGHT + GAP,
            (int) (picture.getWidth() * scale),
            (int) (picture.getHeight() * scale),
            null);
        x += PICTURE_WIDTH + GAP;
      }
    }
    graphics.dispose();
    return sheet;
  }

  /// Small ones are enlarged by whole pixels.
  private static double scale(BufferedImage picture) {
    double most =
        Math.min(
            (double) PICTURE_WIDTH / picture.getWidth(),
            (double) PICTURE_HEIGHT / picture.getHeight());
    return most < 1 ? most : Math.min(4, Math.floor(most));
  }

  private static void chequer(BufferedImage sheet, int left, int top) {
    for (int y = 0; y < PICTURE_HEIGHT; y++) {
      for (int x = 0; x < PICTURE_WIDTH; x++) {
        sheet.setRGB(left + x, top + y, (x / 8 + y / 8) % 2 == 0 ? 0x707070 : 0x909090);
      }
    }
  }

  private static void write(String name, BufferedImage sheet, int left, int top, int width) {
    var text =
        new Drawing.Text(
            name,
            new Offset.Pixels(0),
            new Offset.Pixels(0),
            11,
            72,
            Color.WHITE,
            0,
            Blend.OVER,
            Optional.empty(),
            Drawing.Text.Align.LOW,
            false,
            Drawing.Text.Wrap.NEVER,
            0);
    Lettering.of(text, new Size(width, LABEL_HEIGHT))
        .ifPresent(
            lettering -> {
              Size size = lettering.mask().size();
              for (int y = 0; y < size.height(); y++) {
                for (int x = 0; x < size.width(); x++) {
                  int level = lettering.mask().at(x, y);
                  sheet.setRGB(
                      left + lettering.left() + x, top + lettering.top() + y, level * 0x010101);
                }
              }
            });
  }
}
