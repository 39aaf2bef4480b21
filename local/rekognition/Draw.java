import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/// Draws the pictures that the stand-in for Rekognition knows, and writes down what it sees in
/// them. Run in this folder: `java Draw.java`. Every picture is of its own making: nobody's photo,
/// nobody's face.
final class Draw {

  private Draw() {}

  static void main(String[] arguments) throws IOException {
    List<String> entries = new ArrayList<>();
    entries.add(new Drawing("portrait", 900, 1200, 0xd8c3a5, 0x5d6d7e).face(450, 380, 150).write());
    entries.add(
        new Drawing("group", 1600, 900, 0x9fc5e8, 0x38761d)
            .face(240, 420, 90)
            .face(520, 330, 110)
            .face(830, 400, 100)
            .face(1110, 300, 70)
            .face(1400, 520, 130)
            .write());
    entries.add(
        new Drawing("edge", 1200, 800, 0xf4cccc, 0x674ea7)
            .face(20, 400, 140)
            .face(1170, 90, 110)
            .write());
    entries.add(new Drawing("tiny", 1600, 1200, 0xb6d7a8, 0x274e13).face(1250, 260, 24).write());
    entries.add(
        new Drawing("overlap", 1000, 1000, 0xffe599, 0x7f6000)
            .face(430, 480, 150)
            .face(590, 560, 150)
            .write());
    entries.add(new Drawing("nobody", 1200, 800, 0xcfe2f3, 0x783f04).write());
    entries.add(
        new Drawing("beer", 800, 1000, 0x351c75, 0xb45f06)
            .bottle()
            .label("Alcohol", "", 1, 97.5)
            .label("Alcoholic Beverages", "Alcohol", 2, 97.1)
            .write());
    Files.writeString(Path.of("answers.json"), "[\n" + String.join(",\n", entries) + "\n]\n");
  }

  private static final class Drawing {

    final String name;
    final BufferedImage picture;
    final Graphics2D graphics;
    final List<String> faces = new ArrayList<>();
    final List<String> labels = new ArrayList<>();

    Drawing(String name, int width, int height, int sky, int ground) {
      this.name = name;
      picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      graphics = picture.createGraphics();
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setPaint(
          new GradientPaint(0, 0, new Color(sky), width, height, new Color(sky).darker()));
      graphics.fillRect(0, 0, width, height);
      graphics.setColor(new Color(ground));
      graphics.fill(new Ellipse2D.Double(-width / 2.0, height * 0.75, width * 2.0, height));
      var random = new Random(name.hashCode());
      for (int i = 0; i < 14; i++) {
        int shade = random.nextInt(90) - 45;
        graphics.setColor(shifted(new Color(sky), shade));
        double size = width * (0.05 + random.nextDouble() * 0.12);
        graphics.fill(
            new Rectangle2D.Double(
                random.nextDouble() * width - size / 2,
                random.nextDouble() * height * 0.7,
                size,
                size * 0.6));
      }
    }

    static Color shifted(Color color, int by) {
      return new Color(
          Math.clamp(color.getRed() + by, 0, 255),
          Math.clamp(color.getGreen() + by, 0, 255),
          Math.clamp(color.getBlue() + by, 0, 255));
    }

    Drawing face(int x, int y, int radius) {
      graphics.setColor(new Color(0x6b4f3a));
      graphics.fill(new Ellipse2D.Double(x - radius, y - radius * 1.35, radius * 2, radius * 1.6));
      graphics.setColor(new Color(0xe3b98f));
      graphics.fill(
          new Ellipse2D.Double(x - radius * 0.85, y - radius, radius * 1.7, radius * 2.2));
      graphics.setColor(Color.DARK_GRAY);
      for (int side : new int[] {-1, 1}) {
        graphics.fill(
            new Ellipse2D.Double(
                x + side * radius * 0.35 - radius * 0.1,
                y - radius * 0.15,
                radius * 0.2,
                radius * 0.2));
      }
      graphics.setStroke(new BasicStroke(Math.max(2, radius / 14f)));
      graphics.draw(
          new Arc2D.Double(
              x - radius * 0.4,
              y + radius * 0.2,
              radius * 0.8,
              radius * 0.6,
              200,
              140,
              Arc2D.OPEN));
      graphics.setColor(new Color(0x45607a));
      graphics.fill(
          new Ellipse2D.Double(x - radius * 1.6, y + radius * 1.15, radius * 3.2, radius * 3));
      faces.add(
          String.format(
              Locale.ROOT,
              "{\"BoundingBox\": {\"Left\": %.5f, \"Top\": %.5f, \"Width\": %.5f, \"Height\":"
                  + " %.5f}, \"Confidence\": 99.9}",
              (x - radius * 0.85) / picture.getWidth(),
              (y - (double) radius) / picture.getHeight(),
              radius * 1.7 / picture.getWidth(),
              radius * 2.2 / picture.getHeight()));
      return this;
    }

    Drawing bottle() {
      graphics.setColor(new Color(0x1e5631));
      graphics.fill(new Rectangle2D.Double(320, 380, 160, 460));
      graphics.fill(new Rectangle2D.Double(370, 180, 60, 220));
      graphics.setColor(new Color(0xfff2cc));
      graphics.fill(new Rectangle2D.Double(330, 520, 140, 160));
      return this;
    }

    Drawing label(String label, String parent, int level, double confidence) {
      labels.add(
          String.format(
              Locale.ROOT,
              "{\"Name\": \"%s\", \"ParentName\": \"%s\", \"TaxonomyLevel\": %d, \"Confidence\":"
                  + " %.1f}",
              label,
              parent,
              level,
              confidence));
      return this;
    }

    String write() throws IOException {
      graphics.dispose();
      ImageIO.write(picture, "jpeg", Path.of(name + ".jpg").toFile());
      return """
      {"picture": "%s.jpg",
       "ModerationLabels": [%s],
       "FaceDetails": [%s]}\
      """
          .formatted(name, String.join(", ", labels), String.join(",\n                   ", faces));
    }
  }
}
