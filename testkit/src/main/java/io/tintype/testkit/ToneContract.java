package io.tintype.testkit;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Color;
import io.tintype.imaging.Format;
import io.tintype.imaging.Size;
import io.tintype.imaging.Tone;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Tone edits do to pixels what their formulas say.
interface ToneContract extends EngineUnderTest {

  @Test
  default void followsTheFormulasOfToneEdits() {
    byte[] file = Fixtures.noisyPng(new Size(30, 20), /* alpha= */ false);
    Picture before = Picture.decode(file);
    var oracle = new ToneOracle(before);
    for (Tone edit : SampleEdits.tones()) {
      Picture after = see(file, draft(file).edits(edit));
      int looked = 0;
      for (int i = 0; i < before.argb().length; i++) {
        Optional<double[]> expected = oracle.after(edit, before.argb()[i]);
        if (expected.isPresent()) {
          looked++;
          for (int channel = 0; channel < 3; channel++) {
            double level = Math.clamp(expected.get()[channel], 0, 255);
            int found = (after.argb()[i] >> (16 - 8 * channel)) & 255;
            assertThat((double) found)
                .as("%s: channel %d of %08x", edit, channel, before.argb()[i])
                .isBetween(level - 1.3, level + 1.3);
          }
        }
      }
      boolean formula =
          !(edit instanceof Tone.Curve
              || edit instanceof Tone.Noise
              || edit instanceof Tone.Contrast);
      assertThat(looked > before.argb().length / 2).as("%s", edit).isEqualTo(formula);
    }
  }

  @Test
  default void drawsCurvesThroughTheirKnots() {
    byte[] file = Fixtures.plainPng(new Size(4, 4), Color.opaque(40, 100, 200));
    var knots = List.of(knot(0, 10), knot(40, 90), knot(255, 255));
    Tone all = new Tone.Curve(knots, List.of(), List.of(), List.of());
    assertThat(see(file, draft(file).edits(all)).at(1, 1).red()).isEqualTo(90);
    Tone straight =
        new Tone.Curve(
            List.of(),
            List.of(knot(0, 255), knot(255, 0)),
            List.of(knot(50, 20), knot(90, 30)),
            List.of(knot(7, 77)));
    assertThatPicture(see(file, draft(file).edits(straight))).showsOnly(Color.opaque(215, 30, 77));
    // The spline through three points, worked out by hand: second derivatives 0, -3/80000, 0.
    Tone bent =
        new Tone.Curve(
            List.of(knot(0, 0), knot(100, 120), knot(200, 200)), List.of(), List.of(), List.of());
    byte[] fifty = Fixtures.plainPng(new Size(4, 4), Color.opaque(50, 150, 250));
    assertThatPicture(see(fifty, draft(fifty).edits(bent)))
        .within(1)
        .showsOnly(Color.opaque(64, 164, 200));
  }

  @Test
  default void leavesAlphaAloneInToneEditsUnlessTheySayOtherwise() {
    byte[] file = Fixtures.noisyPng(new Size(30, 20), /* alpha= */ true);
    Picture before = Picture.decode(file);
    for (Tone edit : SampleEdits.tones()) {
      Picture after = see(file, draft(file).edits(edit));
      for (int i = 0; i < before.argb().length; i++) {
        int alpha = before.argb()[i] >>> 24;
        int expected =
            switch (edit) {
              case Tone.Negate(boolean too) when too -> 255 - alpha;
              case Tone.ExtractChannel _, Tone.RemoveAlpha _ -> 255;
              default -> alpha;
            };
        assertThat(after.argb()[i] >>> 24).as("%s", edit).isEqualTo(expected);
      }
    }
  }

  @Test
  default void givesAndTakesAlpha() {
    byte[] opaque = Fixtures.plainPng(new Size(6, 4), Color.opaque(10, 200, 90));
    assertThatPicture(see(opaque, draft(opaque).edits(new Tone.EnsureAlpha(0.5))))
        .showsOnly(new Color(10, 200, 90, 128));
    byte[] veiled = Fixtures.plainPng(new Size(6, 4), new Color(10, 200, 90, 77));
    assertThatPicture(see(veiled, draft(veiled).edits(new Tone.EnsureAlpha(0.5))))
        .within(2)
        .showsOnly(new Color(10, 200, 90, 77));
    Tone alpha = new Tone.ExtractChannel(Tone.Channel.ALPHA);
    assertThatPicture(see(veiled, draft(veiled).edits(alpha))).showsOnly(Color.opaque(77, 77, 77));
    byte[] white = Fixtures.plainPng(new Size(6, 4), Color.WHITE);
    assertThat(see(white, draft(white).edits(new Tone.Unflatten())).at(2, 2).alpha()).isZero();
  }

  @Test
  default void addsNoiseThatTheSeedDecides() {
    byte[] file = Fixtures.plainPng(new Size(100, 80), Color.opaque(100, 120, 140));
    Picture one = see(file, draft(file).edits(new Tone.Noise(40, 1)));
    assertThatPicture(see(file, draft(file).edits(new Tone.Noise(40, 1)))).looksLike(one);
    assertThat(see(file, draft(file).edits(new Tone.Noise(40, 2))).argb()).isNotEqualTo(one.argb());
    double sum = 0;
    for (int argb : one.argb()) {
      int added = ((argb >> 16) & 255) - 100;
      assertThat(added).isBetween(-20, 19);
      assertThat(argb & 0xFFFF).isEqualTo((120 + added) << 8 | 140 + added);
      sum += added;
    }
    assertThat(sum / one.argb().length).isBetween(-1.5, 0.5);
  }

  @Test
  default void doesNotLetUnseenColoursDecideHistograms() {
    byte[] file = Fixtures.noisyPng(new Size(40, 30), /* alpha= */ true);
    Picture before = Picture.decode(file);
    Picture after = see(file, draft(file).edits(new Tone.Equalize()));
    // All but the unseen half lie between 0 and 255 again, evenly.
    double mean = 0;
    int seen = 0;
    for (int i = 0; i < before.argb().length; i++) {
      if (before.argb()[i] >>> 24 > 0) {
        mean += (after.argb()[i] >> 8) & 255;
        seen++;
      }
    }
    assertThat(mean / seen).isBetween(115.0, 140.0);
  }

  @Test
  default void editsTonesOfEveryFrameAndOfGreyPictures() {
    Tone negate = new Tone.Negate(false);
    byte[] gif = Fixtures.animatedGif();
    if (engine().capabilities().animates().contains(Format.GIF)) {
      int frames = inspect(gif).frames();
      byte[] turned = render(gif, draft(gif).frames(frames).edits(negate).as(Format.GIF)).bytes();
      assertThat(inspect(turned).frames()).isEqualTo(frames);
      byte[] back =
          render(turned, draft(turned).frames(frames).edits(negate).as(Format.GIF)).bytes();
      assertThatPicture(back).within(10).looksLike(Picture.decode(gif));
    }
    byte[] grey = Fixtures.greyIn(Format.PNG).orElseThrow();
    Picture before = see(grey, draft(grey));
    for (int argb : see(grey, draft(grey).edits(negate)).argb()) {
      assertThat(argb & 255).isCloseTo(255 - (before.argb()[0] & 255), within(1));
    }
  }

  private static org.assertj.core.data.Offset<Integer> within(int levels) {
    return org.assertj.core.data.Offset.offset(levels);
  }

  private static Tone.Curve.Knot knot(int before, int after) {
    return new Tone.Curve.Knot(before, after);
  }
}
