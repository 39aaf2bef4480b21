package io.tintype.testkit;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Findings;
import io.tintype.imaging.Format;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Needs;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Animations keep their frames, their time and their loops.
interface AnimationContract extends EngineUnderTest {

  @Test
  default void takesTheFirstFrameForAStillPicture() {
    byte[] file = Fixtures.animatedGif();
    assertThatPicture(see(file, draft(file)))
        .hasSize(40, 30)
        .within(1)
        .showsQuarters(Fixtures.animatedFrames().getFirst());
  }

  @Test
  default void keepsFramesDelaysAndLoopsOfGif() {
    assumeAnimates(Format.GIF);
    byte[] file = Fixtures.animatedGif();
    assertFrames(animated(file, draft(file)), new Size(40, 30));
  }

  @Test
  default void scalesEveryFrame() {
    assumeAnimates(Format.GIF);
    byte[] file = Fixtures.animatedGif();
    assertFrames(animated(file, draft(file).scaled(80, 60)), new Size(80, 60));
  }

  private static void assertFrames(Animation animation, Size size) {
    assertThat(animation.frames()).hasSize(4);
    assertThat(animation.delaysCentis()).containsExactly(10, 20, 30, 40);
    assertThat(animation.loops()).isEqualTo(OptionalInt.of(3));
    for (int i = 0; i < 4; i++) {
      assertThatPicture(animation.frames().get(i))
          .as("frame %d", i)
          .hasSize(size)
          .within(4)
          .showsQuarters(Fixtures.animatedFrames().get(i));
    }
  }

  @Test
  default void editsEveryFrame() {
    assumeAnimates(Format.GIF);
    byte[] file = Fixtures.animatedGif();
    Animation animation =
        animated(file, draft(file).edits(new Geometry.QuarterTurn(1), new Tone.Brightness(0)));
    for (int i = 0; i < 4; i++) {
      assertThatPicture(animation.frames().get(i))
          .hasSize(30, 40)
          .within(4)
          .showsQuarters(Fixtures.animatedFrames().get(i).turned(1));
    }
  }

  @Test
  default void rendersAsManyFramesAsPlanned() {
    assumeAnimates(Format.GIF);
    byte[] file = Fixtures.animatedGif();
    Rendition rendition = render(file, draft(file).frames(2).as(Format.GIF));
    assertThat(rendition.frames()).isEqualTo(2);
    assertThat(Animation.read(rendition.bytes()).delaysCentis()).containsExactly(10, 20);
  }

  @Test
  default void startsAtAnyFrame() {
    byte[] gif = Fixtures.animatedGif();
    byte[] webp = Fixtures.animatedWebp();
    List<Plan> plans = new ArrayList<>();
    for (int i : new int[] {2, 0, 3, 1}) {
      plans.add(draft(gif).page(i).plan());
    }
    List<Outcome> outcomes = outcomes(gif, plans, Map.of());
    for (int i = 0; i < plans.size(); i++) {
      assertThatPicture(see(EngineUnderTest.rendition(outcomes.get(i))))
          .within(4)
          .showsQuarters(Fixtures.animatedFrames().get(plans.get(i).page()));
    }
    for (int i = 0; i < 3; i++) {
      assertThatPicture(see(webp, draft(webp).page(i)))
          .within(4)
          .showsQuarters(Fixtures.animatedWebpFrames().get(i));
    }
  }

  @Test
  default void animatesFromAnyFrame() {
    assumeAnimates(Format.GIF);
    byte[] file = Fixtures.animatedGif();
    Rendition rendition = render(file, draft(file).page(1).frames(2).as(Format.GIF));
    Animation animation = Animation.read(rendition.bytes());
    assertThat(animation.delaysCentis()).containsExactly(20, 30);
    for (int i = 0; i < 2; i++) {
      assertThatPicture(animation.frames().get(i))
          .within(4)
          .showsQuarters(Fixtures.animatedFrames().get(i + 1));
    }
  }

  @Test
  default void rendersPagesOfDocuments() {
    byte[] file = Fixtures.tiffOfPages(Quadrants.UPRIGHT, Quadrants.UPRIGHT.turned(1));
    assertThatPicture(see(file, draft(file).page(1)))
        .hasSize(Fixtures.SIZE)
        .showsQuarters(Quadrants.UPRIGHT.turned(1));
    assertThatPicture(see(file, draft(file))).showsQuarters(Quadrants.UPRIGHT);
  }

  @Test
  default void measuresThePageThatIsAskedFor() {
    byte[] file = Fixtures.tiffOfPages(Quadrants.UPRIGHT, Quadrants.UPRIGHT.turned(1));
    try (OpenImage image = engine().open(Source.of(file), inspect(file))) {
      for (int page = 0; page < 2; page++) {
        Findings findings = image.measure(new Needs(Optional.empty(), false, true, false, page));
        assertThatPicture(Picture.of(findings.coarse().orElseThrow()))
            .within(4)
            .showsQuarters(Quadrants.UPRIGHT.turned(page));
        assertThat(findings.attention()).isEmpty();
      }
    }
  }

  @Test
  default void keepsSayingNothingAboutLoops() {
    assumeAnimates(Format.GIF);
    byte[] file =
        new GifFile(new Size(8, 8), -1, Quadrants.RED, Quadrants.BLUE)
            .box(0, 0, new Size(8, 8), Quadrants.RED, 5, GifFile.Disposal.KEEP)
            .box(0, 0, new Size(8, 8), Quadrants.BLUE, 5, GifFile.Disposal.KEEP)
            .done();
    assertThat(animated(file, draft(file)).loops()).isEmpty();
  }

  @Test
  default void turnsAnimatedWebpIntoGif() {
    assumeAnimates(Format.GIF);
    byte[] file = Fixtures.animatedWebp();
    SourceInfo info = inspect(file);
    Assumptions.assumeTrue(info.animated(), "this engine reads animated WebP as one picture");
    Animation animation = animated(file, draft(file));
    assertThat(animation.delaysCentis()).containsExactly(12, 12, 12);
    // GIF counts how often it is shown again.
    assertThat(animation.loops()).isEqualTo(OptionalInt.of(4));
    for (int i = 0; i < 3; i++) {
      assertThatPicture(animation.frames().get(i))
          .as("frame %d", i)
          .within(4)
          .showsQuarters(Fixtures.animatedWebpFrames().get(i));
    }
  }

  private Animation animated(byte[] file, PlanDraft draft) {
    int frames = draft.source().frames();
    Rendition rendition = render(file, draft.frames(frames).as(Format.GIF));
    assertThat(rendition.frames()).isEqualTo(frames);
    return Animation.read(rendition.bytes());
  }

  private void assumeAnimates(Format format) {
    Assumptions.assumeTrue(
        engine().capabilities().animates().contains(format),
        () -> engine().name() + " doesn't animate " + format);
  }
}
