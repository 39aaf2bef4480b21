package io.tintype.ondemand;

import static io.tintype.ondemand.Checks.cutAt;
import static io.tintype.ondemand.Checks.pixels;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tintype.testkit.Fixtures;
import io.tintype.testkit.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;

/// Filters that are about the answer, and not about the picture, which stays as it is.
final class AnswerRows {

  private static final String PHOTO = "photo.png";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Row.Check UNCHANGED = pixels(PHOTO, Specimens.SIZE, 0, cutAt(0, 0));

  static final List<Row> ALL =
      List.of(
          row(
              "attachment(cat.png)",
              shot ->
                  assertThat(shot.header("content-disposition"))
                      .isEqualTo("attachment; filename=\"cat.png\"")),
          row(
              "max_age(60)",
              shot -> assertThat(shot.header("cache-control")).contains("max-age=60,")),
          row("preview()", shot -> assertThat(shot.stored()).isFalse()),
          row("expire(253402300799999)", shot -> assertThat(shot.stored()).isFalse()),
          // before it comes here, the edge has answered 410
          Row.filter(
              "expire",
              "filters:expire(1000)",
              PHOTO,
              shot -> Checks.refuses(shot, 400, "expired")),
          Row.filter(
              "raw",
              "filters:raw()",
              "full.jpg",
              shot ->
                  assertThat(shot.shows("image/jpeg").body())
                      .isEqualTo(Fixtures.jpegFullOfMetadata())),
          meta("blurhash(4,3)", json -> assertThat(json.path("blurhash").asText()).hasSize(28)),
          meta(
              "thumbhash()",
              json -> assertThat(json.path("thumbhash").asText()).matches("[A-Za-z0-9+/=]{24,36}")),
          meta("avgcolor()", AnswerRows::requireAverage));

  private AnswerRows() {}

  private static Row row(String call, Row.Check check) {
    String name = call.substring(0, call.indexOf('('));
    return Row.filter(
        name, "filters:" + call + ":format(png)", PHOTO, Checks.all(UNCHANGED, check));
  }

  private static Row meta(String call, Consumer<JsonNode> check) {
    return Row.filter(
        call.substring(0, call.indexOf('(')),
        "meta/filters:" + call,
        PHOTO,
        shot -> check.accept(read(shot.shows("application/json"))));
  }

  private static JsonNode read(Shot shot) {
    try {
      return JSON.readTree(shot.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireAverage(JsonNode json) {
    Picture photo = Specimens.picture(PHOTO);
    JsonNode color = json.path("average_color");
    assertThat(color.path("r").asInt()).isCloseTo(mean(photo, p -> p >> 16), near());
    assertThat(color.path("g").asInt()).isCloseTo(mean(photo, p -> p >> 8), near());
    assertThat(color.path("b").asInt()).isCloseTo(mean(photo, p -> p), near());
  }

  private static Offset<Integer> near() {
    return Offset.offset(2);
  }

  private static int mean(Picture picture, ToIntFunction<Integer> channel) {
    return (int)
        IntStream.of(picture.argb()).map(p -> channel.applyAsInt(p) & 255).average().orElse(0);
  }
}
