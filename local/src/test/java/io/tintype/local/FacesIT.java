package io.tintype.local;

import static io.tintype.local.ModeratedStack.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tintype.imaging.Findings.Face;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Size;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Smart crops by URL of drawn people, judged by the paint of their faces.
class FacesIT {

  private static final List<Size> SHAPES =
      List.of(new Size(400, 400), new Size(480, 160), new Size(160, 480), new Size(183, 300));

  @TempDir static Path folder;

  private static ModeratedStack stack;

  @BeforeAll
  static void start() {
    stack = ModeratedStack.start(folder, Map.of());
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"portrait.jpg", "tiny.jpg", "overlap.jpg", "edge.jpg", "group.jpg"})
  void holdTheLargestFaceThatTheyHaveRoomFor(String name) throws Exception {
    byte[] file = ModeratedStack.picture(name);
    requireFaces(uploaded(file), SkinMap.of(file), known(name));
  }

  @ParameterizedTest
  @EnumSource
  void holdTheFacesOfPhotosThatAreStoredTurned(Orientation orientation) throws Exception {
    for (String name : List.of("edge.jpg", "group.jpg")) {
      byte[] upright = ModeratedStack.picture(name, 900);
      String key = uploaded(Oriented.jpeg(upright, orientation));
      requireFaces(key, SkinMap.of(upright), known(name));
    }
  }

  @Test
  void areMadeOfPicturesWithNobodyInThem() throws Exception {
    String key = uploaded(ModeratedStack.picture("nobody.jpg"));

    for (Size shape : SHAPES) {
      assertThat(crop("/unsafe/" + side(shape) + "/smart/" + key).size()).isEqualTo(shape);
    }
    assertThat(crop(json(key, "true", new Size(90, 60))).size()).isEqualTo(new Size(90, 60));
  }

  @ParameterizedTest
  @CsvSource({"portrait.jpg, 1", "tiny.jpg, 1", "overlap.jpg, 2", "edge.jpg, 2", "group.jpg, 5"})
  void cutOutEveryFaceThatServerlessImageHandlerAsksFor(String name, int faces) throws Exception {
    String key = uploaded(ModeratedStack.picture(name));
    for (int face = 0; face < faces; face++) {
      for (int padding : List.of(0, 30)) {
        String wish = "{\"faceIndex\": %d, \"padding\": %d}".formatted(face, padding);
        SkinMap crop = crop(json(key, wish, new Size(90, 120)));

        assertThat(crop.size()).isEqualTo(new Size(90, 120));
        assertThat(crop.within(20, 20, 50, 80)).as(name + " " + wish).isGreaterThan(600);
      }
    }
    HttpResponse<byte[]> oneTooMany =
        stack.get(json(key, "{\"faceIndex\": " + faces + "}", new Size(90, 120)));
    assertThat(oneTooMany.statusCode()).isEqualTo(400);
    assertThat(new String(oneTooMany.body(), StandardCharsets.UTF_8))
        .contains("SmartCrop::FaceIndexOutOfRange");
  }

  private static void requireFaces(String key, SkinMap original, List<Face> faces)
      throws Exception {
    HttpResponse<byte[]> count = stack.get(json(key, "{\"faceIndex\": 99}", new Size(9, 9)));
    assertThat(new String(count.body(), StandardCharsets.UTF_8))
        .contains("the picture has " + faces.size() + " face");
    List<String> paths = new ArrayList<>();
    SHAPES.forEach(shape -> paths.add("/unsafe/" + side(shape) + "/smart/" + key));
    List<HttpResponse<byte[]>> answers = stack.getAll(paths);
    for (int i = 0; i < SHAPES.size(); i++) {
      Size shape = SHAPES.get(i);
      SkinMap crop = decoded(paths.get(i), answers.get(i));
      assertThat(crop.size()).isEqualTo(shape);
      double scale =
          Math.max(
              (double) shape.width() / original.size().width(),
              (double) shape.height() / original.size().height());
      double face = original.wholeFace(shape, faces) * scale * scale;
      // Along the outlines of small faces pixels are neither skin nor not.
      assertThat(crop.all())
          .as(paths.get(i) + " of " + face)
          .isGreaterThanOrEqualTo((int) (0.99 * face - 6 * Math.sqrt(face)));
      assertThat(crop.all()).isPositive();
    }
  }

  /// What the stand-in sees in a picture.
  private static List<Face> known(String name) throws Exception {
    List<Face> faces = new ArrayList<>();
    for (JsonNode entry : new ObjectMapper().readTree(ModeratedStack.picture("answers.json"))) {
      if (entry.path("picture").asText().equals(name)) {
        for (JsonNode face : entry.path("FaceDetails")) {
          JsonNode box = face.path("BoundingBox");
          faces.add(
              new Face(
                  box.path("Left").asDouble(),
                  box.path("Top").asDouble(),
                  box.path("Width").asDouble(),
                  box.path("Height").asDouble()));
        }
      }
    }
    assertThat(faces).isNotEmpty();
    return faces;
  }

  private static String uploaded(byte[] file) throws Exception {
    String key = stack.upload(file);
    JsonNode record = stack.settled(key);
    assertThat(status(record)).as(record.toString()).isEqualTo("READY");
    return key;
  }

  private static SkinMap crop(String path) throws Exception {
    return decoded(path, stack.get(path));
  }

  private static SkinMap decoded(String path, HttpResponse<byte[]> answer) {
    boolean json = answer.statusCode() != 200;
    assertThat(answer.statusCode())
        .as(path + (json ? new String(answer.body(), StandardCharsets.UTF_8) : ""))
        .isEqualTo(200);
    return SkinMap.of(answer.body());
  }

  private static String side(Size shape) {
    return shape.width() + "x" + shape.height();
  }

  private static String json(String key, String wish, Size size) {
    String text =
        """
        {"key": "%s", "edits": {"smartCrop": %s, "resize": {"width": %d, "height": %d}}}\
        """
            .formatted(key, wish, size.width(), size.height());
    return "/" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
