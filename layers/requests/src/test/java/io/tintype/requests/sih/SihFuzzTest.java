package io.tintype.requests.sih;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tintype.imaging.Capabilities;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Format;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Planner;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.Dialect;
import io.tintype.requests.ImageRequest;
import io.tintype.requests.ReceivedRequest;
import io.tintype.requests.RequestParser;
import io.tintype.requests.signing.PathHash;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is asked in Serverless Image Handler's grammars is a recipe that can be planned, or a
/// bad request that says why in one short line.
class SihFuzzTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> EDITS =
      List.of(
          "affine",
          "animated",
          "avif",
          "bandbool",
          "blur",
          "boolean",
          "clahe",
          "contentModeration",
          "convolve",
          "crop",
          "ensureAlpha",
          "extend",
          "extract",
          "extractChannel",
          "flatten",
          "flip",
          "flop",
          "gamma",
          "gif",
          "grayscale",
          "greyscale",
          "heif",
          "joinChannel",
          "jpeg",
          "linear",
          "median",
          "modulate",
          "negate",
          "normalise",
          "normalize",
          "overlayWith",
          "pipelineColourspace",
          "png",
          "recomb",
          "removeAlpha",
          "resize",
          "rotate",
          "roundCrop",
          "sharpen",
          "smartCrop",
          "stripExif",
          "stripIcc",
          "threshold",
          "tiff",
          "tint",
          "toColourspace",
          "toFormat",
          "trim",
          "unflatten",
          "webp",
          "toFile");

  private static final List<String> OPTIONS =
      List.of(
          "a",
          "alpha",
          "b",
          "background",
          "blend",
          "blur",
          "bottom",
          "brightness",
          "bucket",
          "channels",
          "colours",
          "compression",
          "create",
          "delay",
          "effort",
          "extendWith",
          "faceIndex",
          "fit",
          "g",
          "gravity",
          "hRatio",
          "height",
          "hue",
          "kernel",
          "key",
          "left",
          "loop",
          "lossless",
          "m1",
          "maxSlope",
          "minConfidence",
          "moderationLabels",
          "offset",
          "operator",
          "options",
          "padding",
          "palette",
          "position",
          "quality",
          "r",
          "ratio",
          "right",
          "rx",
          "ry",
          "scale",
          "sigma",
          "threshold",
          "tile",
          "top",
          "wRatio",
          "width",
          "withoutEnlargement",
          "withoutReduction");

  private static final List<String> WORDS =
      List.of(
          "",
          "true",
          "false",
          "null",
          "NaN",
          "0",
          "-1",
          "1",
          "3.5",
          "50p",
          "-50p",
          "1e9",
          "cover",
          "contain",
          "inside",
          "attention",
          "entropy",
          "north",
          "right top",
          "red",
          "#fff",
          "and",
          "jpg",
          "webp",
          "avif",
          "heic",
          "raw",
          "b-w",
          "srgb",
          "over",
          "mirror",
          "s3:a",
          "\u0000",
          "😀",
          "a/../b",
          "rgb(1,2,3)",
          "hsl(,,)");

  private static final double[] NUMBERS = {
    0,
    -0.0,
    1,
    2,
    3,
    5,
    9,
    0.3,
    0.5,
    -1,
    -90,
    45,
    90,
    100,
    101,
    255,
    256,
    1000,
    65_536,
    1e6,
    1e9,
    2_147_483_648.0,
    1e18,
    1e300,
    -1e300,
    4.9e-324
  };

  private static final String PATH_ALPHABET = "0123456789x:/(),;.-_p%sfilters3:blurcropjg ";

  private static final List<String> PATHS =
      List.of(
          "/s3:photos/10x20:300x400/fit-in/300x200/filters:quality(40):rotate(90)/a/b.jpg",
          "/filters:watermark(photos,a/b.png,50p,-10,50,20,20)/filters:fill(red)/b.webp",
          "/0x0/filters:convolution(1;2;1;2;4;2;1;2;1,3,true):rgb(1,2,3):smart_crop(1,4)/c",
          "/5x5/filters:proportion(0.5):sharpen(1,2,true):blur(3,4):background_color(fff)/d.png");

  private static final Planner PLANNER =
      new Planner(
          new Capabilities(
              EnumSet.allOf(Format.class), EnumSet.allOf(Format.class), Set.of(), Set.of()),
          Limits.DEFAULT);

  private static final SourceInfo SOURCE =
      new SourceInfo(Format.JPEG, new Size(640, 480), Orientation.TOP_LEFT, 1, false, false, 1);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 20261121})
  void anyJsonIsARequestOrABadOne(long seed) throws Exception {
    Random random = new Random(seed);
    int accepted = 0;
    for (int round = 0; round < 2_000; round++) {
      ObjectNode json = NODES.objectNode().put("key", "a.jpg");
      ObjectNode edits = json.putObject("edits");
      for (int count = 1 + random.nextInt(3); count > 0; count--) {
        edits.set(pick(EDITS, random), value(random, 0));
      }
      if (random.nextInt(8) == 0) {
        json.set(
            pick(List.of("bucket", "key", "headers", "effort", "outputFormat"), random),
            value(random, 1));
      }
      String text = JSON.writeValueAsString(json);
      Dialect dialect = random.nextBoolean() ? Dialect.SIH : Dialect.TINTYPE;
      accepted += holds(() -> JsonRequestTest.parse(text, query(random), dialect), text) ? 1 : 0;
    }
    // else it would only have looked at errors
    assertThat(accepted).isGreaterThan(200);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 20261121})
  void anyPathIsARequestOrABadOne(long seed) {
    Random random = new Random(seed);
    RequestParser parser =
        new RequestParser(
            Dialect.SIH,
            PathHash.THUMBOR,
            Set.of("photos")::contains,
            Optional.of(RewriteRule.of("/^\\/w(\\d+)\\/(.*)/g", "/$1x$1/$2")));
    RequestParser plain = new RequestParser(Dialect.SIH);
    int accepted = 0;
    for (int round = 0; round < 2_000; round++) {
      StringBuilder path = new StringBuilder(pick(PATHS, random));
      for (int changes = random.nextInt(5); changes > 0; changes--) {
        int at = 1 + random.nextInt(path.length() - 1);
        char character = PATH_ALPHABET.charAt(random.nextInt(PATH_ALPHABET.length()));
        switch (random.nextInt(4)) {
          case 0 -> path.deleteCharAt(at);
          case 1 -> path.insert(at, character);
          case 2 -> path.setCharAt(at, character);
          default -> path.insert(at, path.substring(at, Math.min(path.length(), at + 9)));
        }
      }
      var received = new ReceivedRequest(path.toString(), query(random));
      RequestParser one = random.nextBoolean() ? parser : plain;
      accepted += holds(() -> one.parse(received), received.toString()) ? 1 : 0;
    }
    assertThat(accepted).isGreaterThan(200);
  }

  private static boolean holds(Supplier<ImageRequest> request, String shown) {
    try {
      Recipe recipe = request.get().recipe();
      assertThat(recipe.inputs()).doesNotContain("");
      PLANNER.plan(recipe, SOURCE, Findings.NONE);
      return true;
    } catch (TintypeException refused) {
      assertThat(refused.reason()).as(shown).isEqualTo(Reason.BAD_REQUEST);
      assertThat(refused.getMessage()).as(shown).hasSizeBetween(10, 1200).doesNotContain("\u0000");
      assertThat(refused.getMessage()).as(shown).doesNotContain("\n");
      return false;
    } catch (RuntimeException unexpected) {
      throw new AssertionError("unexpected for: " + shown, unexpected);
    }
  }

  private static JsonNode value(Random random, int depth) {
    return switch (random.nextInt(depth > 2 ? 5 : 9)) {
      case 0 -> NODES.textNode(pick(WORDS, random));
      case 1 -> NODES.booleanNode(random.nextInt(4) > 0);
      case 2 -> NODES.nullNode();
      case 3 -> NODES.numberNode(1 + random.nextInt(300));
      case 4 -> NODES.numberNode(NUMBERS[random.nextInt(NUMBERS.length)]);
      case 5 -> {
        ArrayNode list = NODES.arrayNode();
        for (int count = random.nextInt(10); count > 0; count--) {
          list.add(value(random, depth + 1));
        }
        yield list;
      }
      default -> {
        ObjectNode object = NODES.objectNode();
        for (int count = random.nextInt(5); count > 0; count--) {
          object.set(pick(OPTIONS, random), value(random, depth + 1));
        }
        yield object;
      }
    };
  }

  private static Map<String, String> query(Random random) {
    return random.nextInt(4) > 0
        ? Map.of()
        : Map.of(
            pick(
                List.of(
                    "format",
                    "fit",
                    "width",
                    "height",
                    "rotate",
                    "flip",
                    "quality",
                    "d",
                    "expires",
                    "signature"),
                random),
            pick(WORDS, random));
  }

  private static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
