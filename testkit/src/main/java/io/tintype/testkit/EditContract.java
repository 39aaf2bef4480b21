package io.tintype.testkit;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Color;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Offset;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.Tone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Edits do to pixels what their documentation says.
interface EditContract extends EngineUnderTest {

  Color GROUND = Color.opaque(40, 80, 120);
  Size GROUND_SIZE = new Size(100, 60);

  @Test
  default void leavesTransparencyAloneInPointEdits() {
    byte[] file = Fixtures.plainPng(new Size(8, 8), new Color(100, 100, 100, 128));
    assertThatPicture(see(file, draft(file).edits(new Tone.Brightness(20))))
        .within(1)
        .showsOnly(new Color(151, 151, 151, 128));
  }

  @Test
  default void keepsTheOrderOfEdits() {
    byte[] file = Fixtures.png();
    Edit pad = new Geometry.Pad(10, 0, 0, 0, Color.BLACK);
    Edit brighten = new Tone.Brightness(50);
    assertThatPicture(see(file, draft(file).edits(pad, brighten)))
        .within(1)
        .shows(Color.opaque(127, 127, 127), 2, 2);
    assertThatPicture(see(file, draft(file).edits(brighten, pad)))
        .within(1)
        .shows(Color.BLACK, 2, 2);
  }

  @Test
  default void paintsTheBackgroundUnderTransparency() {
    byte[] file = Fixtures.transparentPng();
    assertThatPicture(see(file, draft(file).edits(new Drawing.Background(GROUND))))
        .isOpaque()
        .showsQuarters(new Quadrants(Quadrants.RED, Quadrants.GREEN, Quadrants.BLUE, GROUND));
  }

  @Test
  default void blursEdgesAndNothingElse() {
    byte[] file = Fixtures.png(new Size(200, 200));
    Picture blurred = see(file, draft(file).edits(new Detail.Blur(5)));
    assertThatPicture(blurred)
        .hasSize(200, 200)
        .within(1)
        .showsQuarters(Quadrants.UPRIGHT)
        .shows(Quadrants.RED, 0, 0)
        .shows(Quadrants.YELLOW, 199, 199);
    // A step seen through a Gaussian: half at the edge, 84 % one sigma away.
    assertThat(blurred.at(95, 20).red()).isBetween(200, 226);
    assertThat(blurred.at(100, 20).red()).isBetween(108, 128);
    assertThat(blurred.at(105, 20).red()).isBetween(22, 42);
  }

  @Test
  default void blursWithoutDarkeningTransparency() {
    byte[] file = Fixtures.plainPng(new Size(40, 40), new Color(250, 200, 150, 100));
    assertThatPicture(see(file, draft(file).edits(new Detail.Blur(3))))
        .within(2)
        .showsOnly(new Color(250, 200, 150, 100));
  }

  @Test
  default void placesWatermarksByPixelsFromEitherEdge() {
    Picture near = marked(at(new Offset.Pixels(5)), at(new Offset.Pixels(7)), 0);
    assertMarkAt(near, 5, 7);
    Picture far = marked(at(new Offset.Pixels(-5)), at(new Offset.Pixels(-7)), 0);
    assertMarkAt(far, 100 - 20 - 5, 60 - 10 - 7);
  }

  @Test
  default void placesWatermarksByPercentAndInTheCentre() {
    Picture near = marked(at(new Offset.Percent(10)), at(new Offset.Percent(50)), 0);
    assertMarkAt(near, 10, 30);
    Picture far = marked(at(new Offset.Percent(-10)), at(new Offset.Center()), 0);
    assertMarkAt(far, 100 - 20 - 10, 25);
  }

  @Test
  default void repeatsWatermarksFromEdgeToEdge() {
    Picture marked = marked(at(new Offset.Repeat()), at(new Offset.Pixels(0)), 0);
    for (int tile = 0; tile < 5; tile++) {
      assertThatPicture(marked).shows(Quadrants.RED, tile * 20, 0);
      assertThatPicture(marked).shows(Quadrants.YELLOW, tile * 20 + 19, 9);
    }
    assertThatPicture(marked).shows(GROUND, 50, 12);
    Picture tiled = marked(at(new Offset.Repeat()), at(new Offset.Repeat()), 0);
    assertThatPicture(tiled).shows(Quadrants.RED, 80, 50).shows(Quadrants.YELLOW, 99, 59);
  }

  @Test
  default void cutsWatermarksThatStickOut() {
    Picture marked = marked(at(new Offset.Pixels(90)), at(new Offset.Pixels(55)), 0);
    assertThatPicture(marked).shows(Quadrants.RED, 90, 55).shows(GROUND, 89, 55);
  }

  @Test
  default void mixesWatermarksByTheirTransparency() {
    Picture half = marked(at(new Offset.Pixels(0)), at(new Offset.Pixels(0)), 50);
    assertThatPicture(half).within(2).shows(Color.opaque(147, 40, 60), 2, 2);
    Picture none = marked(at(new Offset.Pixels(0)), at(new Offset.Pixels(0)), 100);
    assertThatPicture(none).showsOnly(GROUND);
  }

  @Test
  default void scalesWatermarksByRatios() {
    Edit edit =
        new Drawing.Watermark(
            "mark",
            new Offset.Pixels(0),
            new Offset.Pixels(0),
            0,
            Optional.of(40),
            Optional.empty());
    assertThatPicture(marked(edit))
        .within(3)
        .shows(Quadrants.RED, 1, 1)
        .shows(Quadrants.YELLOW, 38, 18)
        .shows(GROUND, 40, 10)
        .shows(GROUND, 10, 20);
    Edit bounded =
        new Drawing.Watermark(
            "mark",
            new Offset.Pixels(0),
            new Offset.Pixels(0),
            0,
            Optional.of(100),
            Optional.of(50));
    assertThatPicture(marked(bounded))
        .within(3)
        .shows(Quadrants.YELLOW, 58, 28)
        .shows(GROUND, 60, 10)
        .shows(GROUND, 10, 30);
  }

  @Test
  default void refusesWatermarksThatARatioMakesEnormous() {
    byte[] file = Fixtures.plainPng(GROUND_SIZE, GROUND);
    byte[] hair = Fixtures.png(new Size(1, 5000));
    Edit edit =
        new Drawing.Watermark(
            "mark",
            new Offset.Center(),
            new Offset.Center(),
            0,
            Optional.of(100),
            Optional.empty());
    Plan plan = draft(file).edits(edit).plan();
    Outcome outcome = outcomes(file, List.of(plan), Map.of("mark", Source.of(hair))).getFirst();
    assertThat(EngineUnderTest.refusal(() -> EngineUnderTest.rendition(outcome)))
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  default void namesTheOperandThatIsMissingAndLeavesOtherPlansAlone() {
    byte[] file = Fixtures.plainPng(GROUND_SIZE, GROUND);
    Edit edit = mark(new Offset.Center(), new Offset.Center(), 0);
    Plan failing = draft(file).edits(edit).plan();
    Plan fine = draft(file).plan();
    List<Outcome> outcomes = outcomes(file, List.of(failing, fine), Map.of());
    assertThat(outcomes.getFirst())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.failure()).hasMessageContaining("mark");
              assertThat(failed.failure().reason().retryable()).isFalse();
            });
    assertThat(outcomes.getLast()).isInstanceOf(Outcome.Rendered.class);
  }

  @Test
  default void refusesDamagedOperands() {
    byte[] file = Fixtures.plainPng(GROUND_SIZE, GROUND);
    Edit edit = mark(new Offset.Center(), new Offset.Center(), 0);
    byte[] damaged = Damaged.truncated().getFirst().file();
    Plan plan = draft(file).edits(edit).plan();
    Outcome outcome = outcomes(file, List.of(plan), Map.of("mark", Source.of(damaged))).getFirst();
    assertThat(EngineUnderTest.refusal(() -> EngineUnderTest.rendition(outcome)))
        .isEqualTo(Reason.CORRUPT);
  }

  private static Offset at(Offset offset) {
    return offset;
  }

  private static Edit mark(Offset x, Offset y, int transparency) {
    return new Drawing.Watermark("mark", x, y, transparency, Optional.empty(), Optional.empty());
  }

  private Picture marked(Offset x, Offset y, int transparency) {
    return marked(mark(x, y, transparency));
  }

  /// A plane of 100x60 with a mark of 20x10 on it.
  private Picture marked(Edit edit) {
    byte[] file = Fixtures.plainPng(GROUND_SIZE, GROUND);
    byte[] mark = Fixtures.png(new Size(20, 10));
    return see(render(file, draft(file).edits(edit), Map.of("mark", Source.of(mark))));
  }

  private static void assertMarkAt(Picture picture, int left, int top) {
    assertThatPicture(picture)
        .hasSize(GROUND_SIZE)
        .shows(Quadrants.RED, left, top)
        .shows(Quadrants.YELLOW, left + 19, top + 9)
        .shows(GROUND, left - 1, top)
        .shows(GROUND, left, top - 1)
        .shows(GROUND, Math.min(99, left + 20), top)
        .shows(GROUND, left, top + 10);
  }
}
