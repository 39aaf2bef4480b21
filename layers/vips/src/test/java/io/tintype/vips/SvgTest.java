package io.tintype.vips;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Needs;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.Trim;
import io.tintype.testkit.Picture;
import io.tintype.testkit.Quadrants;
import io.tintype.testkit.Shared;
import io.tintype.testkit.SvgFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Library.class)
class SvgTest {

  private static final Color BLACK = Color.opaque(0, 0, 0);

  /// Black squares of half a pixel, two in each direction.
  private static final byte[] CHECKS =
      SvgFile.of(
          new Size(4, 4),
          "<rect width='4' height='4' fill='#fff'/><rect x='1' y='1' width='.5' height='.5'/><rect"
              + " x='3' y='2' width='.5' height='1'/>");

  private final VipsEngine engine = Library.engine();

  @Test
  void drawsEverySizeFromTheOutlines() {
    Picture large = see(CHECKS, draft -> draft.scaled(400, 400));
    assertThatPicture(large)
        .hasSize(400, 400)
        .shows(BLACK, 100, 100)
        .shows(BLACK, 149, 149)
        .shows(Color.opaque(255, 255, 255), 150, 150)
        .shows(Color.opaque(255, 255, 255), 99, 100);
  }

  @Test
  void drawsPartsAsLargeAsAskedFor() {
    Picture part = see(CHECKS, draft -> draft.crop(new Box(1, 1, 1, 1)).scaled(100, 60));
    assertThatPicture(part)
        .hasSize(100, 60)
        .shows(BLACK, 49, 29)
        .shows(Color.opaque(255, 255, 255), 50, 29)
        .shows(Color.opaque(255, 255, 255), 49, 30);
  }

  @Test
  void measuresAsBrowsersDo() {
    byte[] file =
        "<svg width='1in' height='36pt'><rect width='.5in' height='12.7mm' fill='red'/></svg>"
            .getBytes(StandardCharsets.US_ASCII);
    assertThatPicture(see(file, draft -> draft))
        .hasSize(96, 48)
        .shows(Quadrants.RED, 47, 47)
        .shows(Color.TRANSPARENT, 48, 40);
  }

  @Test
  void turnsAndFlips() {
    byte[] file = SvgFile.of(new Size(40, 20), "<rect width='20' height='10' fill='#f00'/>");
    Color none = Color.TRANSPARENT;
    var quarters = new Quadrants(Quadrants.RED, none, none, none);
    assertThatPicture(see(file, draft -> draft.turned(1).scaled(50, 100)))
        .hasSize(50, 100)
        .showsQuarters(quarters.turned(1));
    assertThatPicture(see(file, draft -> draft.scaled(80, 40).flipped(true, false)))
        .showsQuarters(quarters.mirrored());
  }

  @Test
  void makesSeveralSizesFromOneDrawing() {
    var draft = Rendered.draft(engine, CHECKS);
    List<Plan> plans = List.of(draft.scaled(40, 40).plan(), draft.scaled(400, 399).plan());
    var renditions = Rendered.all(engine, CHECKS, plans);
    assertThatPicture(renditions.getFirst().bytes())
        .hasSize(40, 40)
        .within(40)
        .shows(BLACK, 12, 12)
        .shows(BLACK, 32, 25);
    assertThatPicture(renditions.getLast().bytes()).hasSize(400, 399).shows(BLACK, 320, 250);
  }

  @Test
  void enlargesWhatWouldBeMoreThanFourMegapixels() {
    assertThat(SvgRaster.fitted(new Size(8000, 2000))).isEqualTo(new Size(4000, 1000));
    assertThat(SvgRaster.fitted(new Size(8000, 1))).isEqualTo(new Size(8000, 1));
    assertThat(SvgRaster.fitted(new Size(8192, 8192)).pixels()).isLessThanOrEqualTo(4_000_000);
    assertThatPicture(see(CHECKS, draft -> draft.scaled(3000, 2000)))
        .hasSize(3000, 2000)
        .shows(BLACK, 900, 600);
  }

  @Test
  void measuresInThePixelsOfTheHeader() {
    byte[] file =
        SvgFile.of(
            new Size(4000, 3000),
            "<rect width='4000' height='3000' fill='#fff'/><rect x='1000' y='600' width='800'"
                + " height='900' fill='#f00'/>");
    Source source = Source.of(file);
    try (OpenImage image = engine.open(source, engine.inspect(source, Limits.DEFAULT))) {
      var findings =
          image.measure(new Needs(Optional.of(new Trim(Trim.Corner.TOP_LEFT, 10)), true));
      Box box = findings.trimmed().orElseThrow();
      assertThat(box.left()).isBetween(997, 1000);
      assertThat(box.top()).isBetween(597, 600);
      assertThat(box.right()).isBetween(1800, 1803);
      assertThat(box.bottom()).isBetween(1500, 1503);
      assertThat(findings.attention().orElseThrow().x()).isBetween(800.0, 2000.0);
      assertThat(image.preview(40).size()).isEqualTo(new Size(40, 30));
    }
  }

  @Test
  void readsNoFormatThatOnlyTrustedFilesMayHave() {
    byte[] file = SvgFile.of(new Size(9, 9), "<image href='/etc/hostname' width='9' height='9'/>");
    assertThatThrownBy(() -> Rendered.draft(engine, file)).hasMessageContaining("embedded");
  }

  @Test
  void refusesWhatWouldTakeSecondsOnEveryMegapixel() {
    String gradient = "<radialGradient id='a'><stop/><stop offset='1' stop-color='red'/>";
    byte[] file =
        SvgFile.of(
            new Size(2000, 2000),
            gradient
                + "</radialGradient>"
                + "<rect fill='url(#a)' width='2000' height='2000'/>".repeat(2_000));
    var draft = Rendered.draft(engine, file);
    Plan whole = draft.scaled(2000, 2000).plan();
    Plan corner = draft.crop(new Box(0, 0, 20, 20)).scaled(10, 10).plan();
    try (OpenImage image = engine.open(Source.of(file), whole.source())) {
      List<Outcome> outcomes = image.render(List.of(whole, corner), Map.of());
      assertThat(outcomes.getFirst())
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> assertThat(failed.failure()).hasMessageContaining("seconds"));
      assertThat(outcomes.getLast()).isInstanceOf(Outcome.Rendered.class);
    }
  }

  @Test
  void readsALogo() throws IOException {
    byte[] file = Files.readAllBytes(Shared.path("images/logo.svg"));
    Size size = Rendered.draft(engine, file).source().size();
    Picture large = see(file, draft -> draft.scaled(3 * size.width(), 3 * size.height()));
    assertThatPicture(large).hasSize(3 * size.width(), 3 * size.height());
  }

  private Picture see(
      byte[] file, java.util.function.UnaryOperator<io.tintype.testkit.PlanDraft> change) {
    return Picture.decode(
        Rendered.one(engine, file, change.apply(Rendered.draft(engine, file))).bytes());
  }
}
