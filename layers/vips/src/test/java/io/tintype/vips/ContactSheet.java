package io.tintype.vips;

import io.tintype.imaging.Edit;
import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Size;
import io.tintype.testkit.Picture;
import io.tintype.testkit.PlanDraft;
import io.tintype.testkit.SampleEdits;
import io.tintype.thumbnailator.ThumbnailatorEngine;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// A program for looking at edits with one's own eyes: every sample edit on one picture, by both
/// engines side by side, on a chequered ground that shows through transparency.
///
/// `java -cp … io.tintype.vips.ContactSheet <picture> <sheet.png>`, in the folder `layers/vips`
final class ContactSheet {

  private static final int COLUMNS = 6;
  private static final int SIDE = 150;
  private static final int LABEL = 26;
  private static final int CELL = 2 * SIDE + 10;

  private final byte[] file;
  private final List<Edit> edits = new ArrayList<>();

  private ContactSheet(byte[] file) {
    this.file = file;
    edits.addAll(SampleEdits.tones());
    edits.addAll(SampleEdits.details());
  }

  /// @param arguments the picture and the sheet to write
  public static void main(String[] arguments) throws IOException {
    byte[] file = Files.readAllBytes(Path.of(arguments[0]));
    BufferedImage sheet = new ContactSheet(file).drawn();
    ImageIO.write(sheet, "png", new File(arguments[1]));
  }

  private BufferedImage drawn() {
    int rows = (edits.size() + COLUMNS - 1) / COLUMNS;
    var sheet =
        new BufferedImage(COLUMNS * CELL, rows * (SIDE + LABEL), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
    List<ImageEngine> engines = List.of(Library.engine(), new ThumbnailatorEngine());
    for (int i = 0; i < edits.size(); i++) {
      int x = i % COLUMNS * CELL;
      int y = i / COLUMNS * (SIDE + LABEL);
      for (int engine = 0; engine < 2; engine++) {
        draw(engines.get(engine), edits.get(i), graphics, x + engine * (SIDE + 2), y + LABEL);
      }
      graphics.setColor(Color.BLACK);
      String label = edits.get(i).toString();
      graphics.drawString(label.substring(0, Math.min(label.length(), 52)), x + 2, y + 11);
      graphics.drawString(
          label.length() > 52 ? label.substring(52, Math.min(label.length(), 104)) : "",
          x + 2,
          y + 22);
    }
    graphics.dispose();
    return sheet;
  }

  private void draw(ImageEngine engine, Edit edit, Graphics2D graphics, int left, int top) {
    for (int i = 0; i < SIDE; i += 10) {
      for (int j = 0; j < SIDE; j += 10) {
        graphics.setColor((i + j) / 10 % 2 == 0 ? Color.WHITE : Color.LIGHT_GRAY);
        graphics.fillRect(left + i, top + j, 10, 10);
      }
    }
    PlanDraft draft = Rendered.draft(engine, file);
    Size size = draft.scaled();
    double scale = (double) (SIDE - 4) / Math.max(size.width(), size.height());
    draft = draft.scaled((int) (size.width() * scale), (int) (size.height() * scale));
    draft = draft.edits(edit).as(Format.PNG);
    Picture picture = Picture.decode(Rendered.one(engine, file, draft).bytes());
    int width = picture.size().width();
    int height = picture.size().height();
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height, picture.argb(), 0, width);
    graphics.drawImage(image, left, top, null);
  }
}
