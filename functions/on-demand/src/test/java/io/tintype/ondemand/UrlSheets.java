package io.tintype.ondemand;

import io.tintype.testkit.Sheet;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Draws what every row gives on contact sheets, for people to look at: left Thumbnailator, then
/// vips, and for Serverless Image Handler's edits what sharp makes of them. No build runs it;
/// `bench/urlsheets` does.
class UrlSheets {

  private static final int CELLS = 27;

  private static final Path SHEETS = Path.of(System.getProperty("tintype.sheets", "target/sheets"));

  private final List<Darkroom> darkrooms = darkrooms();

  private static List<Darkroom> darkrooms() {
    return Darkroom.withoutVips().isEmpty()
        ? List.of(Darkroom.thumbnailator(), Darkroom.vips())
        : List.of(Darkroom.thumbnailator());
  }

  @Test
  void drawsAllOfThem() throws IOException, InterruptedException {
    Files.createDirectories(SHEETS);
    Map<Row, byte[]> sharps = Sharp.pictures(edits());
    for (Row.Grammar grammar : Row.Grammar.values()) {
      List<Row> rows = Rows.all().stream().filter(row -> row.grammar() == grammar).toList();
      for (int from = 0; from < rows.size(); from += CELLS) {
        String name = grammar.name().toLowerCase(Locale.ROOT) + "-" + (1 + from / CELLS);
        draw(name, rows.subList(from, Math.min(rows.size(), from + CELLS)), sharps);
      }
    }
  }

  private static List<Row> edits() {
    return Rows.all().stream().filter(row -> row.grammar() == Row.Grammar.EDITS).toList();
  }

  private void draw(String name, List<Row> rows, Map<Row, byte[]> sharps) throws IOException {
    boolean sharp = rows.stream().anyMatch(sharps::containsKey);
    var sheet = new Sheet(darkrooms.size() + (sharp ? 1 : 0));
    for (Row row : rows) {
      List<BufferedImage> pictures = new ArrayList<>();
      String label = row.said();
      for (Darkroom darkroom : darkrooms) {
        Shot shot = darkroom.shot(row);
        @Nullable BufferedImage picture = picture(shot.body());
        label += picture == null ? " / " + shot.status() + " " + shot.header("content-type") : "";
        pictures.add(Objects.requireNonNullElseGet(picture, UrlSheets::nothing));
      }
      if (sharp) {
        @Nullable BufferedImage picture = picture(sharps.getOrDefault(row, new byte[0]));
        label += picture == null ? "" : away(picture, pictures.getLast());
        pictures.add(Objects.requireNonNullElseGet(picture, UrlSheets::nothing));
      }
      System.out.println(row.name() + " " + label);
      sheet.add(label, pictures);
    }
    ImageIO.write(sheet.drawn(), "png", SHEETS.resolve(name + ".png").toFile());
  }

  /// How far two pictures are apart: in levels, over all channels of all pixels, and at most.
  private static String away(BufferedImage first, BufferedImage second) {
    BufferedImage one = coloured(first);
    BufferedImage other = coloured(second);
    if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
      return " / %dx%d by sharp".formatted(one.getWidth(), one.getHeight());
    }
    long sum = 0;
    int most = 0;
    for (int i = 0; i < one.getWidth() * one.getHeight(); i++) {
      int x = i % one.getWidth();
      int y = i / one.getWidth();
      for (int difference : Goldens.differences(one.getRGB(x, y), other.getRGB(x, y))) {
        sum += difference;
        most = Math.max(most, difference);
      }
    }
    double mean = sum / (4.0 * one.getWidth() * one.getHeight());
    return " / %.2f, at most %d from sharp".formatted(mean, most);
  }

  /// As it is drawn: asked for single pixels, the JDK lightens greys, which it takes for linear.
  private static BufferedImage coloured(BufferedImage image) {
    var copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = copy.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return copy;
  }

  private static BufferedImage nothing() {
    return new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
  }

  private static @Nullable BufferedImage picture(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }
}
