package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.ImageRequest.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperandTest {

  private static final Size GROUND = new Size(800, 600);

  @ParameterizedTest
  @CsvSource({
    "logo.png, '', logo.png",
    "folder/my%20logo%281%29.png, '', folder/my logo(1).png",
    "s3:brand/logo.png, brand, logo.png",
    "https://brand.s3.amazonaws.com/logo.png, brand, logo.png",
    "b64:bG9nbyxhLnBuZw, '', 'logo,a.png'",
    "'quoted,logo.png', '', 'quoted,logo.png'",
  })
  void aWatermarkIsAnOriginalAsItIs(String image, String bucket, String key) {
    String argument = image.contains(",") ? "'" + image + "'" : image;
    Operand operand = only("watermark(" + argument + ",0,0,0)");
    assertThat(operand.subject())
        .isEqualTo(new Subject.Original(Optional.of(bucket).filter(n -> !n.isEmpty()), key));
    assertThat(operand.recipe()).isEqualTo(Recipe.IDENTITY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          image(/200x100/filters:blur(3):rgb(1,2,3)/a/b.png,10,10)
          image(200x100/filters:blur(3):rgb(1,2,3)/a/b.png,10,10)
          image(/unsafe/200x100/filters:blur(3):rgb(1,2,3)/a%2Fb.png,10,10)
          watermark(/200x100/filters:blur(3):rgb(1,2,3)/a/b.png,10,10,0)
          watermark(unsafe/200x100/filters:blur(3):rgb(1,2,3)/a/b.png,10,10,0)
          watermark(/8ammJH8D-7tXy6kU3lTvoXlhu4o=/200x100/filters:blur(3):rgb(1,2,3)/a/b.png,1,1,0)
          frame(/200x100/filters:blur(3):rgb(1,2,3)/a/b.png)
          """)
  void aPathIsCarriedOutBefore(String call) {
    Operand operand = only(call);
    assertThat(operand.subject()).isEqualTo(new Subject.Original(Optional.empty(), "a/b.png"));
    assertThat(operand.recipe())
        .isEqualTo(ThumborOptions.parse("200x100/filters:blur(3):rgb(1,2,3)"));
  }

  @Test
  void aPlainColourMayBeDrawn() {
    assertThat(only("image(/20x10/color:red,0,0)").subject())
        .isInstanceOfSatisfying(
            Subject.Canvas.class, canvas -> assertThat(canvas.size()).isEqualTo(new Size(20, 10)));
  }

  @ParameterizedTest
  @CsvSource({
    "fxf, 800x600",
    "fullxfull, 800x600",
    "f-20xf-30, 780x570",
    "-full-20x-f, -780x-600",
    "fullx200, 800x200",
    "300xf-1000, 300x1",
  })
  void sidesMayFollowThePictureBelow(String sides, String pixels) {
    String call = "image(/fit-in/" + sides + "/a.png,center,center)";
    String reference = parse(call).recipe().inputs().iterator().next();
    assertThat(Operand.relative(reference)).isTrue();
    assertThat(Operand.parse(reference, GROUND, Dialect.TINTYPE).recipe())
        .isEqualTo(ThumborOptions.parse("fit-in/" + pixels));
    assertThat(Operand.relative("/fit-in/200x100/a.png")).isFalse();
    assertThat(Operand.relative("f/x/a.png")).isFalse();
  }

  @Test
  void picturesMayLieInPictures() {
    Operand outer =
        only("image(/200x200/filters:image(/fxf/filters:image(a.png,1,1)/b.png)/c.png)");
    Set<String> inner = outer.recipe().inputs();
    assertThat(inner).containsExactly("/fxf/filters:image(a.png,1,1)/b.png");
    Operand middle = Operand.parse(inner.iterator().next(), new Size(200, 200), Dialect.TINTYPE);
    assertThat(middle.recipe().sizing()).isEqualTo(ThumborOptions.parse("200x200").sizing());
    assertThat(middle.recipe().inputs()).containsExactly("/a.png");
  }

  @Test
  void refusesPicturesTooDeepOrTooMany() {
    String deep = "image(/filters:".repeat(5) + "blur(1)" + "/a.png)".repeat(5);
    assertThatThrownBy(() -> parse(deep))
        .isInstanceOf(TintypeException.class)
        .hasMessageContaining("expected pictures inside of each other to be at most 4 deep");
    String many = "image(a.png):".repeat(20) + "image(a.png)";
    assertThatThrownBy(() -> parse(many))
        .hasMessageContaining("expected at most 20 pictures in one request");
    assertThat(parse("image(a.png):".repeat(19) + "image(a.png)").recipe().edits()).hasSize(20);
  }

  @Test
  void saysWhereAPictureIsWrong() {
    assertThatThrownBy(() -> parse("image(/filters:nonsense()/a.png,0,0)"))
        .hasMessageStartingWith("filter image: filter nonsense: not known");
    assertThatThrownBy(() -> parse("watermark(http://example.com/a.png,0,0,0)"))
        .hasMessageStartingWith("filter watermark: image: expected an original in one of the");
    assertThatThrownBy(() -> parse("watermark(../a.png,0,0,0)"))
        .hasMessageStartingWith("filter watermark: image: expected a key without . or ..");
  }

  @Test
  void writesReferencesThatAreReadBack() {
    for (String key : new String[] {"a/b c.png", "100%.png", "ü(1),'a'.png", "/a.png"}) {
      for (Optional<String> bucket : List.of(Optional.<String>empty(), Optional.of("brand"))) {
        Operand operand = Operand.parse(Operand.reference(bucket, key), GROUND, Dialect.TINTYPE);
        assertThat(operand.subject())
            .isEqualTo(new Subject.Original(bucket, key.replaceFirst("^/", "")));
      }
    }
  }

  private static Operand only(String call) {
    Set<String> inputs = parse(call).recipe().inputs();
    assertThat(inputs).hasSize(1);
    return Operand.parse(inputs.iterator().next(), GROUND, Dialect.TINTYPE);
  }

  private static ImageRequest parse(String call) {
    return new RequestParser(Dialect.TINTYPE)
        .parse(new ReceivedRequest("/unsafe/filters:" + call + "/photo.jpg", Map.of()));
  }
}
