package io.tintype.vips;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Box;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Needs;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.testkit.Fixtures;
import io.tintype.testkit.PlanDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How often a photo is decoded that is looked at before it is rendered.
@ExtendWith(Library.class)
class ExpectingTest {

  private static final Needs ATTENTION = new Needs(Optional.empty(), /* attention= */ true);

  private final byte[] file = Fixtures.jpeg(new Size(1600, 1200));
  private final PlanDraft draft = Rendered.draft(Library.engine(), file);
  private final Plan whole = draft.scaled(800, 600).plan();
  private final Plan part = draft.crop(new Box(200, 0, 1200, 1200)).scaled(240, 240).plan();
  private final Plan otherPart = draft.crop(new Box(90, 0, 1200, 1200)).scaled(240, 240).plan();

  @Test
  void decodesOnceForAWholePicture() {
    assertDecodes(1, List.of(whole), List.of(whole), 200);
  }

  @Test
  void decodesOnceForPartsThatTurnOutElsewhere() {
    assertDecodes(1, List.of(whole, part), List.of(whole, otherPart), 200);
    assertDecodes(1, List.of(part), List.of(otherPart), 200);
  }

  @Test
  void decodesOnceForALookThatIsLargerThanWhatIsRendered() {
    assertDecodes(1, List.of(part), List.of(part), 1600);
  }

  @Test
  void decodesAgainForWhatNobodyExpected() {
    assertDecodes(2, List.of(), List.of(whole), 200);
  }

  private void assertDecodes(int times, List<Plan> expected, List<Plan> rendered, int lookedAt) {
    Source source = Source.of(file);
    try (OpenImage image = Library.engine().open(source, draft.source())) {
      image.expect(expected);
      var unused = image.preview(lookedAt);
      Findings findings = image.measure(ATTENTION);
      assertThat(findings.attention()).isPresent();
      List<Outcome> outcomes = image.render(rendered, Map.of());
      assertThat(image.times().decodes()).isEqualTo(times);
      for (int i = 0; i < rendered.size(); i++) {
        var rendition = ((Outcome.Rendered) outcomes.get(i)).rendition();
        assertThatPicture(rendition.bytes()).hasSize(rendered.get(i).result());
      }
    }
  }
}
