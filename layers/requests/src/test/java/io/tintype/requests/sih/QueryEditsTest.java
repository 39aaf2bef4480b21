package io.tintype.requests.sih;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Flips;
import io.tintype.imaging.Format;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Sizing.Fit;
import io.tintype.imaging.Sizing.Length;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Tone;
import io.tintype.requests.ReceivedRequest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryEditsTest {

  @Test
  void replacesBothSidesAndKeepsTheFit() {
    Recipe recipe = parse("/fit-in/400x300/a.jpg", Map.of("width", "100"));
    assertThat(recipe.sizing().width()).isEqualTo(new Length.Pixels(100));
    assertThat(recipe.sizing().height()).isEqualTo(new Length.Auto());
    assertThat(recipe.sizing().fit()).isEqualTo(Fit.INSIDE);
  }

  @Test
  void changesTheFitAloneAndKeepsTheSides() {
    Recipe recipe = parse("/400x300/a.jpg", Map.of("fit", "fill"));
    assertThat(recipe.sizing().width()).isEqualTo(new Length.Pixels(400));
    assertThat(recipe.sizing().fit()).isEqualTo(Fit.FILL);
  }

  @Test
  void takesNothingAndZeroForInProportion() {
    Recipe recipe = parse("/400x300/a.jpg", Map.of("width", "", "height", "0"));
    assertThat(recipe.sizing()).isEqualTo(Recipe.IDENTITY.sizing());
  }

  @Test
  void readsEveryParameter() {
    Recipe recipe =
        parse(
            "/a.jpg",
            Map.of(
                "format",
                "png",
                "rotate",
                "90",
                "flip",
                "",
                "flop",
                "yes",
                "grayscale",
                "1",
                "quality",
                "33",
                "height",
                "50",
                "d",
                "ignored"));
    assertThat(recipe.output().format()).contains(Format.PNG);
    assertThat(recipe.output().quality()).contains(33);
    assertThat(recipe.flips()).isEqualTo(new Flips(true, false));
    assertThat(recipe.edits()).contains(new Tone.Modulate(1, 0, 0, 0));
    assertThat(recipe.sizing().height()).isEqualTo(new Length.Pixels(50));
  }

  @Test
  void winsOverThePath() {
    Map<String, String> query = Map.of("greyscale", "FALSE", "format", "webp", "rotate", "");
    Recipe recipe = parse("/filters:greyscale():format(png):rotate(90):quality(80)/a.jpg", query);
    assertThat(recipe.edits()).isEmpty();
    assertThat(recipe.output().format()).contains(Format.WEBP);
    assertThat(recipe.output().quality()).contains(80);
  }

  @ParameterizedTest
  @CsvSource({
    "width,abc,parameter width: expected pixels but received abc",
    "height,-5,parameter height: expected pixels but received -5",
    "rotate,abc,parameter rotate: expected degrees but received abc",
    "quality,0,parameter quality: expected 1..100 but received 0",
    "fit,squash,edits.resize.fit: expected one of",
    "format,bpm,edits.toFormat: expected jpeg"
  })
  void namesWhatIsWrong(String name, String value, String message) {
    assertThatThrownBy(() -> parse("/400x300/a.jpg", Map.of(name, value)))
        .isInstanceOf(TintypeException.class)
        .hasMessageStartingWith(message);
  }

  private static Recipe parse(String path, Map<String, String> query) {
    return new SihThumbor(_ -> false, Optional.empty())
        .parse(new ReceivedRequest(path, query))
        .recipe();
  }
}
