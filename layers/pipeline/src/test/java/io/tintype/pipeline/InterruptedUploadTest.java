package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is left when a worker is killed, fails, or loses its claim to another.
class InterruptedUploadTest extends OneUpload {

  @Test
  void takesOverFromAKilledFunctionOnceItsLeaseHasLapsed() {
    ObjectEvent event = put("cat", "01");
    derivatives.killAtWrite(2);
    assertThatThrownBy(() -> renderUpload.handle(event, FIRST)).isInstanceOf(Killed.class);
    assertThat(record().status()).isEqualTo(Status.PROCESSING);

    assertThatThrownBy(() -> renderUpload.handle(event, FIRST))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BUSY));
    clock.advance(Duration.ofSeconds(66));
    renderUpload.handle(event, FIRST);

    assertThat(record().status()).isEqualTo(Status.READY);
    assertThat(record().work().generation()).isEqualTo(2);
    assertStoredIsExactlyWhatTheRecordLists("cat");
  }

  @Test
  void losesToAnOverwriteInTheMiddleOfRendering() {
    ObjectEvent first = put("cat", "01");
    engine.duringNextRendering(() -> renderUpload.handle(put("dog", "02"), FIRST));

    renderUpload.handle(first, FIRST);

    assertStoredIsExactlyWhatTheRecordLists("dog");
    assertThat(record().work().generation()).isEqualTo(2);
  }

  @Test
  void losesToAnOverwriteInTheMiddleOfAWrite() {
    ObjectEvent first = put("cat", "01");
    derivatives.duringNextWrite(() -> renderUpload.handle(put("dog", "02"), FIRST));

    renderUpload.handle(first, FIRST);

    assertStoredIsExactlyWhatTheRecordLists("dog");
  }

  @Test
  void leavesNoOrphanWhenDeletedInTheMiddleOfAWrite() {
    ObjectEvent first = put("cat", "01");
    derivatives.duringNextWrite(
        () -> {
          originals.delete(OBJECT);
          renderUpload.handle(removed("02"), FIRST);
        });

    renderUpload.handle(first, FIRST);

    assertThat(record().status()).isEqualTo(Status.DELETED);
    assertThat(derivatives.all()).isEmpty();
  }

  @Test
  void leavesTheWinnersPicturesAloneWhenItCleansUpLate() {
    renderUpload.handle(put("cat", "01"), FIRST);
    originals.delete(OBJECT);
    derivatives.beforeNextList(() -> renderUpload.handle(put("dog", "03"), FIRST));

    renderUpload.handle(removed("02"), FIRST);

    assertStoredIsExactlyWhatTheRecordLists("dog");
  }

  @Test
  void givesTheMessageBackWhenStorageFailsAndLetsTheNextDeliveryBeginAtOnce() {
    ObjectEvent event = put("cat", "01");
    derivatives.failAtWrite(2);

    assertThatThrownBy(() -> renderUpload.handle(event, FIRST))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
    renderUpload.handle(event, FIRST);

    assertStoredIsExactlyWhatTheRecordLists("cat");
    assertAnnounced(Status.READY);
  }

  @Test
  void givesTheMessageBackOnWhatNobodyForesaw() {
    ObjectEvent event = put("cat", "01");
    engine.duringNextRendering(
        () -> {
          throw new IllegalStateException("surprise");
        });

    assertThatThrownBy(() -> renderUpload.handle(event, FIRST))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INTERNAL));
    renderUpload.handle(event, FIRST);

    assertThat(record().status()).isEqualTo(Status.READY);
  }

  @Test
  void recordsThatItGaveUpBeforeTheLastAttempt() {
    ObjectEvent event = put("cat", "01");
    List<ImageRecord> during = new ArrayList<>();
    engine.duringNextRendering(() -> during.add(record()));

    renderUpload.handle(event, LAST);

    assertThat(during.getFirst().failure().map(Failure::reason)).contains(Reason.GAVE_UP);
    assertThat(record().status()).isEqualTo(Status.READY);
    assertThat(record().failure()).isEmpty();
  }

  @Test
  void staysGivenUpWhenTheLastAttemptIsKilledAndWorksAfterARedrive() {
    ObjectEvent event = put("cat", "01");
    derivatives.killAtWrite(1);
    assertThatThrownBy(() -> renderUpload.handle(event, LAST)).isInstanceOf(Killed.class);
    assertThat(record().status()).isEqualTo(Status.FAILED);

    clock.advance(Duration.ofHours(1));
    renderUpload.handle(event, FIRST);

    assertStoredIsExactlyWhatTheRecordLists("cat");
  }

  @Test
  void announcesThatItGaveUpWhenTheLastAttemptFails() {
    ObjectEvent event = put("cat", "01");
    derivatives.failAtWrite(1);

    assertThatThrownBy(() -> renderUpload.handle(event, LAST)).isInstanceOf(TintypeException.class);

    assertThat(record().status()).isEqualTo(Status.FAILED);
    assertAnnounced(Status.FAILED);
  }

  @Test
  void leavesNothingInTheBucketWhenItGivesUp() {
    ObjectEvent event = put("cat", "01");
    derivatives.failAtWrite(3);

    assertThatThrownBy(() -> renderUpload.handle(event, LAST)).isInstanceOf(TintypeException.class);

    assertThat(record().failure().map(Failure::reason)).contains(Reason.GAVE_UP);
    assertThat(derivatives.all()).isEmpty();
  }
}
