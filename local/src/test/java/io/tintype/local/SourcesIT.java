package io.tintype.local;

import static io.tintype.local.ModeratedStack.status;
import static io.tintype.local.ModeratedStack.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever the file is, Rekognition gets to see what it shows.
class SourcesIT {

  private static final String DRAWN = "assets/beer.jpg";

  @TempDir static Path folder;

  private static ModeratedStack stack;

  @BeforeAll
  static void start() {
    stack =
        ModeratedStack.start(
            folder,
            Map.of(
                "TINTYPE_MODERATION",
                "reject",
                "TINTYPE_MODERATION_RULES",
                "assets/=off",
                "TINTYPE_UPLOAD_CONTENT_TYPES",
                "image/jpeg,image/png,image/gif,image/webp,image/avif,image/tiff,image/svg+xml"));
    stack.put(DRAWN, ModeratedStack.picture("beer.jpg", 400));
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @ParameterizedTest
  @CsvSource({
    "webp, image/webp",
    "avif, image/avif",
    "tiff, image/tiff",
    "gif, image/gif",
    "png, image/png"
  })
  void getsItsVerdictInEveryFormat(String format, String mediaType) throws Exception {
    HttpResponse<byte[]> file = stack.get("/unsafe/filters:format(" + format + ")/" + DRAWN);
    assertThat(file.headers().firstValue("content-type")).hasValue(mediaType);

    requireSeen(stack.uploadGranted("beer." + format, mediaType, file.body()), format);
  }

  @Test
  void getsItsVerdictByAnyFrame() throws Exception {
    byte[] nobody = ModeratedStack.picture("nobody.jpg", 240);
    byte[] beer = ModeratedStack.picture("beer.jpg", 240);
    byte[] gif = sequence("gif", List.of(nobody, nobody, beer, nobody, nobody));
    int before = stack.calls("DetectModerationLabels");

    requireSeen(stack.uploadGranted("party.gif", "image/gif", gif), "gif");

    assertThat(stack.calls("DetectModerationLabels") - before).isEqualTo(3);
  }

  @Test
  void getsItsVerdictByAnyPage() throws Exception {
    byte[] nobody = ModeratedStack.picture("nobody.jpg", 240);
    byte[] beer = ModeratedStack.picture("beer.jpg", 240);

    requireSeen(
        stack.uploadGranted("fax.tiff", "image/tiff", sequence("tiff", List.of(nobody, beer))),
        "tiff");
  }

  @Test
  void getsItsVerdictAsADrawing() throws Exception {
    requireSeen(stack.uploadGranted("beer.svg", "image/svg+xml", svg()), "svg");
  }

  @Test
  void getsItsVerdictAtTwentyMegabytes() throws Exception {
    byte[] photo = noisy(ModeratedStack.picture("beer.jpg", 3400));
    assertThat(photo).hasSizeBetween(20_000_000, 50_000_000);

    requireSeen(stack.uploadGranted("beer.jpg", "image/jpeg", photo), "jpeg");
  }

  private static void requireSeen(String key, String format) throws Exception {
    JsonNode record = stack.settled(key);
    assertThat(status(record) + " " + verdict(record))
        .as(record.toString())
        .isEqualTo("REJECTED REJECTED");
    assertThat(record.path("format").asText()).isEqualTo(format);
    assertThat(stack.get("/unsafe/50x50/" + key).statusCode()).isEqualTo(403);
  }

  private static byte[] sequence(String format, List<byte[]> frames) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    var file = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(file)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (byte[] frame : frames) {
        writer.writeToSequence(new IIOImage(square(frame), null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  /// All frames of one size, none of them like another picture for that.
  private static BufferedImage square(byte[] frame) throws IOException {
    var square = new BufferedImage(240, 240, BufferedImage.TYPE_INT_RGB);
    var graphics = square.createGraphics();
    graphics.drawImage(decoded(frame), 0, 0, 240, 240, null);
    graphics.dispose();
    return square;
  }

  /// The drawing in 40 times 50 squares.
  private static byte[] svg() throws IOException {
    BufferedImage small = decoded(ModeratedStack.picture("beer.jpg", 40));
    var svg = new StringBuilder(100_000);
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">");
    for (int y = 0; y < small.getHeight(); y++) {
      for (int x = 0; x < small.getWidth(); x++) {
        svg.append(
            "<rect x=\"%d\" y=\"%d\" width=\"1\" height=\"1\" fill=\"#%06x\"/>"
                .formatted(x, y, small.getRGB(x, y) & 0xFFFFFF));
      }
    }
    return svg.append("</svg>")
        .toString()
        .formatted(small.getWidth(), small.getHeight())
        .getBytes(StandardCharsets.UTF_8);
  }

  /// What no encoder makes small, and everybody still recognises.
  private static byte[] noisy(byte[] file) throws IOException {
    BufferedImage picture = decoded(file);
    var random = new Random(20);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int rgb = picture.getRGB(x, y);
        int noise = random.nextInt();
        picture.setRGB(
            x,
            y,
            louder(rgb >> 16, noise) << 16
                | louder(rgb >> 8, noise >> 8) << 8
                | louder(rgb, noise >> 16));
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(1);
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static int louder(int level, int noise) {
    return Math.clamp((level & 255) + (noise & 127) - 64, 0, 255);
  }

  private static BufferedImage decoded(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }
}
