package io.tintype.pipeline.ondemand;

import static io.tintype.pipeline.ondemand.Rig.CAT;
import static io.tintype.pipeline.ondemand.Rig.LOGO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Detail;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.Status;
import io.tintype.pipeline.TextEngine;
import io.tintype.pipeline.moderation.Label;
import io.tintype.pipeline.moderation.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// With moderation on, whatever is shown has been judged before.
class ModeratedOnDemandTest {

  private static final String LOGO_KEY = "uploads/01M7YSN1P3S88NJEA2MH3YN84S/logo.png";
  private static final ObjectRef FOREIGN = new ObjectRef("originals", "library/beer.jpg");
  private static final Label BEER = new Label("Alcohol", "", 1, 90);
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
    assertRefused("/" + CAT.key() + "?showExif=true", Reason.REJECTED);

    rig.get(SMALL);

    assertThat(rig.edits()).isEqualTo(List.<Edit>of(new Detail.Blur(7)));
  }

  @Test
  void isNotShownWhereTheVerdictSaysSo() {
    rig.judged(CAT, Verdict.REJECTED);

    assertRefused(SMALL, Reason.REJECTED);
  }

  @Test
  void whatNobodyElseWillLookAtIsLookedAtOnce() {
    rig.originals.put(FOREIGN, TextEngine.picture("beer"));
    rig.eyes.see(BEER);

    rig.get("/unsafe/200x150/" + FOREIGN.key());
    assertThat(rig.edits()).isEqualTo(List.<Edit>of(new Detail.Blur(7)));
    rig.get("/unsafe/100x150/" + FOREIGN.key());
    assertThat(rig.edits()).isEqualTo(List.<Edit>of(new Detail.Blur(7)));

    assertThat(rig.eyes.labelCalls()).isEqualTo(1);
    assertThat(rig.stored.find(ImageId.of(FOREIGN))).as("nobody's upload").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/unsafe/200x150/library/beer.jpg",
        "/unsafe/filters:raw()/library/beer.jpg",
        "/library/beer.jpg?showExif=true",
        "/unsafe/meta/200x150/library/beer.jpg",
        "/unsafe/200x150/filters:watermark(library/beer.jpg,0,0,0)/" + LOGO_KEY,
      })
  void whatItSaysIsLookedAtHoldsForEveryUrl(String path) {
    Rig strict = LookOnDemandTest.rig(Map.of("TINTYPE_MODERATION", "reject"));
    strict.originals.put(FOREIGN, TextEngine.picture("beer"));
    strict.judged(LOGO, Verdict.APPROVED);
    strict.eyes.see(BEER);

    assertThatThrownBy(() -> strict.get(path))
        .isInstanceOfSatisfying(
            TintypeException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.REJECTED));
    assertThat(strict.renditions()).isEmpty();
    assertThat(strict.eyes.labelCalls()).isEqualTo(1);
  }

  @Test
  void aFailureIsNoVerdict() {
    rig.originals.put(FOREIGN, TextEngine.picture("beer"));
    rig.eyes.see(BEER);
    rig.eyes.fail(1);

    assertRefused("/unsafe/200x150/" + FOREIGN.key(), Reason.UNAVAILABLE);

    rig.get("/unsafe/200x150/" + FOREIGN.key());
    assertThat(rig.edits()).isEqualTo(List.<Edit>of(new Detail.Blur(7)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"AWAITING_UPLOAD", "PROCESSING", "FAILED"})
  void whatTheRendererLooksAtIsItsAlone(Status status) {
    rig.record(CAT, status, 1);

    assertRefused(SMALL, Reason.NOT_FOUND);
    assertThat(rig.eyes.labelCalls()).isZero();
  }

  @Test
  void whatWasUploadedBeforeModerationWasOnIsLookedAtWhenItIsAskedFor() {
    rig.eyes.see(BEER);
    rig.storeVariant("card", Format.JPEG, "as it was");

    Found found = rig.variant("derivatives/v/" + Rig.CAT_ID + "/card.any");

    assertThat(LookOnDemandTest.text(found)).isEqualTo("picture cat at 200x100 blurred");
    rig.get(SMALL);
    assertThat(rig.edits()).isEqualTo(List.<Edit>of(new Detail.Blur(7)));
    assertThat(rig.eyes.labelCalls()).isEqualTo(1);
  }

  @Test
  void aVerdictInTheRecordHoldsWhateverIsSeenNow() {
    rig.judged(CAT, Verdict.APPROVED);
    rig.eyes.see(BEER);

    rig.get(SMALL);

    assertThat(rig.edits()).isEmpty();
    assertThat(rig.eyes.labelCalls()).isZero();
  }

  private void assertRefused(String path, Reason reason) {
    assertThatThrownBy(() -> rig.get(path))
        .isInstanceOfSatisfying(
            TintypeException.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    assertThat(rig.renditions()).isEmpty();
  }
}
