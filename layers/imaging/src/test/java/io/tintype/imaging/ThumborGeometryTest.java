package io.tintype.imaging;

import static io.tintype.imaging.Sample.side;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tintype.imaging.Sizing.Fit;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every case of thumbor's own geometry tests, with the crop that its formula gives today.
class ThumborGeometryTest {

  private final Planner planner = new Planner(Sample.ALL, Limits.DEFAULT);

  @Test
  void agreesWithAllOfThumborsCases() throws IOException {
    List<String> disagreements = new ArrayList<>();
    int crops = 0;
    int fitIns = 0;
    for (JsonNode vector : vectors()) {
      boolean fitIn = vector.path("fit_in").asBoolean();
      String expected = fitIn ? expectedFitIn(vector) : expectedCover(vector);
      Plan plan = planner.plan(recipe(vector), source(vector), Findings.NONE);
      String actual = plan.crop() + " " + plan.scaled();
      if (!actual.equals(expected)) {
        disagreements.add(vector + "\n expected " + expected + "\n but was  " + actual);
      }
      crops += fitIn ? 0 : 1;
      fitIns += fitIn ? 1 : 0;
    }
    System.out.println("thumbor geometry: " + crops + " crops and " + fitIns + " fit-ins agree");
    assertThat(disagreements).isEmpty();
    assertThat(crops).isEqualTo(90);
    assertThat(fitIns).isEqualTo(10);
  }

  private static JsonNode vectors() throws IOException {
    String json = Files.readString(Shared.file("vectors/thumbor-geometry.json"));
    return new ObjectMapper().readTree(json).get("vectors");
  }

  private static SourceInfo source(JsonNode vector) {
    return Sample.jpeg(vector.get("source_width").asInt(), vector.get("source_height").asInt());
  }

  private static Recipe recipe(JsonNode vector) {
    boolean fitIn = vector.path("fit_in").asBoolean();
    boolean full = vector.path("full").asBoolean();
    Fit fit = Fit.COVER;
    if (fitIn) {
      fit = full ? Fit.OUTSIDE : Fit.INSIDE;
    }
    return Sample.recipe(
        new Sizing(
            side(vector.get("target_width").asText()),
            side(vector.get("target_height").asText()),
            fit,
            anchor(vector),
            vector.path("adaptive").asBoolean(),
            !fitIn || full));
  }

  /// Several focal points count as their centre of mass, rounded down.
  private static Anchor anchor(JsonNode vector) {
    JsonNode points = vector.get("focal_points");
    if (points.isEmpty()) {
      return new Anchor.Aligned(
          fraction(vector.get("halign").asText()), fraction(vector.get("valign").asText()));
    }
    double weight = 0;
    double x = 0;
    double y = 0;
    for (JsonNode point : points) {
      weight += point.get("weight").asDouble();
      x += point.get("x").asDouble() * point.get("weight").asDouble();
      y += point.get("y").asDouble() * point.get("weight").asDouble();
    }
    return new Anchor.Focal(
        new Box((int) Math.floor(x / weight), (int) Math.floor(y / weight), 1, 1));
  }

  private static double fraction(String alignment) {
    return switch (alignment) {
      case "left", "top" -> 0;
      case "right", "bottom" -> 1;
      default -> 0.5;
    };
  }

  private static String expectedFitIn(JsonNode vector) {
    Size source = source(vector).size();
    JsonNode resize = vector.get("expected_resize");
    Size scaled = resize.isNull() ? source : new Size(resize.get(0).asInt(), resize.get(1).asInt());
    return Box.of(source) + " " + scaled;
  }

  private static String expectedCover(JsonNode vector) {
    Size source = source(vector).size();
    JsonNode crop = vector.get("computed_crop");
    Box box = Box.of(source);
    if (!crop.isNull()) {
      int left = crop.get(0).asInt();
      int top = crop.get(1).asInt();
      box = new Box(left, top, crop.get(2).asInt() - left, crop.get(3).asInt() - top);
    }
    return box + " " + target(vector, source);
  }

  /// Both sides as asked for; a missing one in proportion, with Python's round and at least 1.
  private static Size target(JsonNode vector, Size source) {
    int width = pixels(vector.get("target_width"), source.width());
    int height = pixels(vector.get("target_height"), source.height());
    if (width == 0 && height == 0) {
      return source;
    }
    double ratio = (double) source.width() / source.height();
    return new Size(
        width > 0 ? width : (int) Math.max(1, Math.rint(height * ratio)),
        height > 0 ? height : (int) Math.max(1, Math.rint(width / ratio)));
  }

  private static int pixels(JsonNode wanted, int original) {
    return wanted.asText().equals("orig") ? original : wanted.asInt();
  }
}
