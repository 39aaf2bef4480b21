package io.tintype.pipeline.ondemand;

import static io.tintype.pipeline.ondemand.Rig.CAT;
import static io.tintype.pipeline.ondemand.Rig.CAT_ID;
import static io.tintype.pipeline.ondemand.Rig.LOGO;
import static io.tintype.pipeline.ondemand.Rig.LOGO_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.DeleteImage;
import io.tintype.pipeline.Derivative;
import io.tintype.pipeline.Derivatives.Expected;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.Invalidations;
import io.tintype.pipeline.Killed;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.Owner;
import io.tintype.pipeline.Status;
import io.tintype.pipeline.Sweeps;
import io.tintype.pipeline.TextEngine;
import io.tintype.pipeline.Withdrawal;
import io.tintype.requests.AdHocKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderOnDemandTest {

  private static final String CAT_KEY = "uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/cat.jpg";
  private static final String LOGO_KEY = "uploads/01M7YSN1P3S88NJEA2MH3YN84S/logo.png";
  private static final String SMALL = "/unsafe/200x150/" + CAT_KEY;
  private static final String MARKED =
      "/unsafe/200x150/filters:watermark(" + LOGO_KEY + ",0,0,0)/" + CAT_KEY;

  private final Rig rig = Rig.unsafe();

  @Test
  void rendersStoresAndAnswers() {
    rig.record(CAT, Status.READY, 1);
    AdHocKey key = Rig.key(CAT_ID.value(), SMALL);

    Found found = rig.get(key);

    assertThat(text(found.derivative())).isEqualTo("picture cat at 200x150");
    assertThat(found.derivative().mediaType()).isEqualTo("image/webp");
    assertThat(found.derivative().cacheControl())
        .contains("public, max-age=3600, s-maxage=31536000");
    assertThat(found.stored()).isTrue();
    assertThat(found.negotiated()).isTrue();
    assertThat(found.address()).isEqualTo(SMALL);
    assertThat(found.stages())
        .extracting(Stages.Stage::name)
        .containsExactly("fetch", "decode", "render", "encode", "store");
    assertThat(rig.derivatives.all()).containsOnlyKeys(key.text());
  }

  @Test
  void servesOriginalsThatNobodyHasARecordOf() {
    var foreign = new ObjectRef("originals", "assets/dog.jpg");
    rig.originals.put(foreign, TextEngine.picture("dog"));

    assertThat(text(rig.get("/unsafe/20x20/assets/dog.jpg").derivative()))
        .isEqualTo("picture dog at 20x20");
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"DELETED", "REJECTED"})
  void neverRendersWhatIsDeletedOrRejected(Status status) {
    rig.record(CAT, status, 2);

    assertRefused(SMALL, status == Status.DELETED ? Reason.NOT_FOUND : Reason.REJECTED);

    assertThat(rig.fetching.fetches()).isZero();
    assertThat(rig.derivatives.all()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"DELETED", "REJECTED"})
  void neverDrawsWhatIsDeletedOrRejected(Status status) {
    rig.record(LOGO, status, 2);

    assertRefused(MARKED, status == Status.DELETED ? Reason.NOT_FOUND : Reason.REJECTED);

    assertThat(rig.derivatives.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {SMALL, MARKED})
  void leavesNothingOfAnImageThatIsDeletedMeanwhile(String path) {
    rig.record(CAT, Status.READY, 1);
    rig.engine.duringNextRendering(() -> rig.record(CAT, Status.DELETED, 2));

    assertRefused(path, Reason.NOT_FOUND);

    assertThat(rig.renditions()).isEmpty();
  }

  @Test
  void leavesNothingThatShowsAnOverlayWhichIsRejectedMeanwhile() {
    rig.record(CAT, Status.READY, 1);
    rig.record(LOGO, Status.READY, 1);
    rig.engine.duringNextRendering(() -> rig.record(LOGO, Status.REJECTED, 2));

    assertRefused(MARKED, Reason.REJECTED);

    assertThat(rig.renditions()).isEmpty();
  }

  @Test
  void leavesNothingOfAnImageThatIsOverwrittenMeanwhile() {
    rig.record(CAT, Status.READY, 1);
    rig.engine.duringNextRendering(() -> rig.record(CAT, Status.PROCESSING, 2));

    assertRefused(SMALL, Reason.NOT_FOUND);

    assertThat(rig.renditions()).isEmpty();
  }

  @Test
  void keepsWhatIsMadeWhileTheVariantsAreFinished() {
    rig.record(CAT, Status.PROCESSING, 1);
    rig.engine.duringNextRendering(() -> rig.record(CAT, Status.READY, 1));

    assertThat(rig.get(SMALL).stored()).isTrue();
  }

  @Test
  void leavesThePictureThatTheWinnerHasStored() {
    rig.record(CAT, Status.READY, 1);
    var theirs = new Derivative(new byte[] {1}, "image/webp", Optional.empty(), Optional.empty());
    rig.storing.afterPut =
        () -> {
          rig.record(CAT, Status.READY, 2);
          rig.derivatives.put(
              Rig.key(CAT_ID.value(), SMALL).text(), theirs, new Expected.Anything());
        };

    assertThatThrownBy(() -> rig.get(Rig.key(CAT_ID.value(), SMALL)))
        .isInstanceOf(TintypeException.class);

    assertThat(rig.renditions()).containsOnlyKeys(Rig.key(CAT_ID.value(), SMALL).text());
  }

  @Test
  void deletingAnImageDeletesEveryRenditionThatShowsIt() {
    rig.record(CAT, Status.READY, 1);
    rig.record(LOGO, Status.READY, 1);
    rig.get(SMALL);
    rig.get(MARKED);
    rig.get(Rig.key(CAT_ID.value(), "/unsafe/30x30/" + CAT.key()));
    rig.get(Rig.key(CAT_ID.value(), MARKED));
    rig.get("/unsafe/40x40/" + LOGO.key());
    assertThat(rig.renditions()).hasSize(5);

    delete(LOGO_ID);

    assertThat(rig.renditions())
        .containsOnlyKeys(
            Rig.key(SMALL).text(), Rig.key(CAT_ID.value(), "/unsafe/30x30/" + CAT.key()).text());

    delete(CAT_ID);

    assertThat(rig.derivatives.all()).isEmpty();
  }

  @Test
  void aDeletionFindsWhatAKilledFunctionHasStored() {
    rig.record(CAT, Status.READY, 1);
    rig.storing.afterPut =
        () -> {
          if (!rig.renditions().isEmpty()) {
            throw new Killed();
          }
        };
    assertThatThrownBy(() -> rig.get(SMALL)).isInstanceOf(Killed.class);
    assertThat(rig.renditions()).hasSize(1);

    delete(CAT_ID);

    assertThat(rig.derivatives.all()).isEmpty();
  }

  @Test
  void aRenditionIsNotedBeforeItIsStored() {
    rig.record(CAT, Status.READY, 1);
    rig.storing.afterPut =
        () -> {
          throw new Killed();
        };

    assertThatThrownBy(() -> rig.get(SMALL)).isInstanceOf(Killed.class);

    assertThat(rig.renditions()).isEmpty();
    assertThat(rig.derivatives.all()).hasSize(1);
  }

  @Test
  void answersWhatCannotBeStored() {
    rig.storing.beforePut =
        () -> {
          throw Rig.unavailable();
        };

    Found found = rig.get(SMALL);

    assertThat(found.stored()).isFalse();
    assertThat(text(found.derivative())).isEqualTo("picture cat at 200x150");
    assertThat(found.derivative().cacheControl()).contains("public, max-age=3600, s-maxage=0");
  }

  @Test
  void neverStoresWhatTheKeyHasNoRoomFor() {
    Found found = rig.get("/unsafe/200x150/filters:blur(1)" + longFilters() + CAT.key());

    assertThat(found.stored()).isFalse();
    assertThat(rig.renditions()).isEmpty();
    assertThat(rig.derivatives.all().keySet()).allMatch(note -> note.length() == 1_024);
  }

  @Test
  void notesWhereTheEdgeKeepsWhatIsNotStored() {
    Found found = rig.get("/unsafe/200x150/filters:preview()/" + CAT.key());

    assertThat(found.stored()).isFalse();
    assertThat(found.derivative().cacheControl())
        .contains("public, max-age=3600, s-maxage=31536000");
    assertThat(rig.renditions()).isEmpty();
    assertThat(rig.derivatives.all()).hasSize(1);
  }

  private static String longFilters() {
    return ":no_upscale()".repeat(80) + "/";
  }

  @Test
  void describesWhatItWouldMake() {
    Found meta = rig.get("/unsafe/meta/200x150/" + CAT_KEY);
    Found params = rig.get("/params/unsafe/200x150/" + CAT_KEY);

    assertThat(meta.derivative().mediaType()).isEqualTo("application/json");
    assertThat(text(meta.derivative()))
        .contains("source={url=" + CAT_KEY + ", width=400, height=300, frameCount=1}")
        .contains("target={width=200, height=150}", "exif={}");
    assertThat(meta.stored()).isTrue();
    assertThat(text(params.derivative())).contains("width=200, height=150");
    assertThat(params.stored()).isFalse();
  }

  @Test
  void saysSoWhenTheBucketDoesNotAnswer() {
    rig.fetching.beforeFetch =
        () -> {
          throw Rig.unavailable();
        };

    assertRefused(SMALL, Reason.UNAVAILABLE);
  }

  @Test
  void tellsMissingFromForbidden() {
    assertRefused("/unsafe/20x20/assets/none.jpg", Reason.NOT_FOUND);
    assertRefused("/unsafe/20x20/s3:elsewhere/cat.jpg", Reason.FORBIDDEN);
    rig.originals.put(new ObjectRef("originals", "assets/text"), new byte[] {'t'});
    assertRefused("/unsafe/20x20/assets/text", Reason.UNSUPPORTED);
  }

  @Test
  void aMissingOverlayIsAMistakeInTheRequest() {
    assertThatThrownBy(
            () -> rig.get("/unsafe/20x20/filters:watermark(assets/none.png,0,0,0)/" + CAT.key()))
        .isInstanceOfSatisfying(
            TintypeException.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.BAD_REQUEST);
              assertThat(refused.code()).contains("OverlayImageException");
            });
  }

  @Test
  void doesNotSendViewersToSomethingThatS3DoesNotShowThem() {
    rig.record(CAT, Status.READY, 1);
    rig.get(SMALL);
    rig.derivatives.writtenAt(rig.clock.instant().minusSeconds(3_600));

    assertThat(rig.get(SMALL).stored()).isFalse();
  }

  private void delete(ImageId id) {
    var withdrawal = new Withdrawal(rig.stored, rig.derivatives, Invalidations.NONE);
    new DeleteImage(rig.stored, withdrawal, Sweeps.NONE, rig.originals, rig.clock)
        .delete(id, Owner.PUBLIC);
  }

  private void assertRefused(String path, Reason reason) {
    assertThatThrownBy(() -> rig.get(path))
        .isInstanceOfSatisfying(
            TintypeException.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private static String text(Derivative derivative) {
    return new String(derivative.bytes(), StandardCharsets.UTF_8);
  }
}
