package io.tintype.pipeline.ondemand;

import static io.tintype.pipeline.ondemand.Rig.CAT;
import static io.tintype.pipeline.ondemand.Rig.LOGO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Detail;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Status;
import io.tintype.pipeline.moderation.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// With moderation on, whatever is shown has been judged before.
class ModeratedOnDemandTest {

  private static final String SMALL = "/unsafe/200x150/" + CAT.key();
  private static final String MARKED =
      "/unsafe/200x150/filters:watermark(" + LOGO.key() + ",0,0,0)/" + CAT.key();

  private final Rig rig =
      new Rig(
          Map.of(
              "TINTYPE_ALLOW_UNSAFE", "true",
              "TINTYPE_ALLOW_UNSAFE_ORIGINALS", "true",
              "TINTYPE_MODERATION", "blur",
              "TINTYPE_MODERATION_BLUR", "7"));

  @Test
  void nothingIsShownBeforeItsVerdict() {
    assertRefused(SMALL, Reason.NOT_FOUND);

    rig.record(CAT, Status.PROCESSING, 1);
    assertRefused(SMALL, Reason.NOT_FOUND);

    rig.judged(CAT, Verdict.APPROVED);
    assertThat(rig.get(SMALL).stored()).isTrue();
  }

  @Test
  void neitherIsWhatIsDrawnOverIt() {
    rig.judged(CAT, Verdict.APPROVED);
    assertRefused(MARKED, Reason.NOT_FOUND);

    rig.judged(LOGO, Verdict.FLAGGED);
    assertThat(rig.get(MARKED).stored()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Verdict.class,
      names = {"APPROVED", "FLAGGED"})
  void isShownAsItIs(Verdict verdict) {
    rig.judged(CAT, verdict);

    rig.get(SMALL);

    assertThat(rig.edits()).isEmpty();
  }

  @Test
  void isBlurredWhereTheVerdictSaysSo() {
    rig.judged(CAT, Verdict.BLURRED);

    assertRefused("/unsafe/filters:raw()/" + CAT.key(), Reason.REJECTED);

    rig.get(SMALL);

    assertThat(rig.edits()).isEqualTo(List.<Edit>of(new Detail.Blur(7)));
  }

  @Test
  void isNotShownWhereTheVerdictSaysSo() {
    rig.judged(CAT, Verdict.REJECTED);

    assertRefused(SMALL, Reason.REJECTED);
  }

  private void assertRefused(String path, Reason reason) {
    assertThatThrownBy(() -> rig.get(path))
        .isInstanceOfSatisfying(
            TintypeException.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    assertThat(rig.renditions()).isEmpty();
  }
}
