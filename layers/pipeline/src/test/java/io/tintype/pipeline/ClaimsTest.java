package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.pipeline.Claims.Claim;
import io.tintype.pipeline.Sequencer.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final ObjectRef OBJECT = new ObjectRef("originals", "uploads/a b.jpg");

  @Test
  void takesAnOriginalThatNobodyKnows() {
    Claim claim = onCreated(Optional.empty(), "05");

    assertThat(claim)
        .isInstanceOfSatisfying(
            Claim.Take.class,
            take -> {
              assertThat(take.fresh()).isTrue();
              assertThat(take.next().status()).isEqualTo(Status.PROCESSING);
              assertThat(take.next().work().generation()).isEqualTo(1);
              assertThat(take.next().work().leaseUntil()).contains(NOW.plus(LEASE));
              assertThat(take.next().owner()).isEqualTo(Owner.PUBLIC);
            });
  }

  @Test
  void takesAGrantedUploadAndForgetsItsExpiry() {
    ImageRecord awaiting =
        ImageRecord.awaiting(
            ImageId.of(OBJECT), OBJECT, new Owner("issuer|me"), NOW, NOW.plusSeconds(9));

    Claim claim = onCreated(Optional.of(awaiting), "05");

    assertThat(claim)
        .isInstanceOfSatisfying(
            Claim.Take.class,
            take -> {
              assertThat(take.fresh()).isTrue();
              assertThat(take.next().expiresAt()).isEmpty();
              assertThat(take.next().owner().value()).isEqualTo("issuer|me");
              assertThat(take.next().revision()).isEqualTo(2);
            });
  }

  /// Every status against an earlier, the same and a later event; the record's own event is 05, its
  /// lease ends at NOW + leaseSeconds.
  @ParameterizedTest
  @CsvSource({
    "PROCESSING, 30, 04, Outdated",
    "PROCESSING, 30, 05, Busy",
    "PROCESSING, 30, 06, Take",
    "PROCESSING, 0, 04, Outdated",
    "PROCESSING, 0, 05, Take",
    "PROCESSING, -1, 05, Take",
    "READY, 0, 04, Outdated",
    "READY, 0, 05, Finished",
    "READY, 0, 06, Take",
    "FAILED, 0, 04, Outdated",
    "FAILED, 0, 05, Finished",
    "FAILED, 0, 06, Take",
    "GAVE_UP, 30, 05, Busy",
    "GAVE_UP, 0, 05, Take",
    "GAVE_UP, 30, 06, Take",
    "DELETED, 0, 04, Gone",
    "DELETED, 0, 05, Gone",
    "DELETED, 0, 06, Take",
    "DELETED_FOR_GOOD, 0, 04, Gone",
    "DELETED_FOR_GOOD, 0, 05, Gone",
    "DELETED_FOR_GOOD, 0, 06, Gone",
  })
  void decidesByStatusLeaseAndSequence(
      String state, int leaseSeconds, String sequencer, String expected) {
    ImageRecord record = recordIn(state, NOW.plusSeconds(leaseSeconds));

    Claim claim = onCreated(Optional.of(record), sequencer);

    assertThat(claim.getClass().getSimpleName()).isEqualTo(expected);
    if (claim instanceof Claim.Take take) {
      assertThat(take.fresh()).isFalse();
      assertThat(take.next().work().generation()).isGreaterThan(record.work().generation());
      assertThat(take.next().revision()).isEqualTo(record.revision() + 1);
      assertThat(take.next().work().sequencer()).contains(new Sequencer(sequencer));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PROCESSING, 04, false",
    "PROCESSING, 06, true",
    "READY, 04, false",
    "READY, 06, true",
    "FAILED, 06, true",
    "DELETED, 04, false",
    "DELETED, 05, false",
    "DELETED, 06, true",
    "DELETED_FOR_GOOD, 06, true",
  })
  void buriesOnlyWhatNoNewerEventHasBroughtBack(String state, String sequencer, boolean buried) {
    ImageRecord record = recordIn(state, NOW);
    ObjectEvent.Removed event = removed(sequencer);

    Optional<ImageRecord> tombstone =
        Claims.onRemoved(Optional.of(record), event, Claims.order(event, record), NOW);

    assertThat(tombstone.isPresent()).isEqualTo(buried);
    tombstone.ifPresent(
        it -> {
          assertThat(it.status()).isEqualTo(Status.DELETED);
          assertThat(it.variants()).isEmpty();
          assertThat(it.deletedForGood()).isEqualTo(record.deletedForGood());
          assertThat(it.work().generation()).isGreaterThan(record.work().generation());
        });
  }

  @Test
  void leavesATombstoneForARemovalThatComesBeforeItsCreation() {
    ImageRecord tombstone =
        Claims.onRemoved(Optional.empty(), removed("06"), Order.LATER, NOW).orElseThrow();

    assertThat(onCreated(Optional.of(tombstone), "05")).isInstanceOf(Claim.Gone.class);
    assertThat(onCreated(Optional.of(tombstone), "07")).isInstanceOf(Claim.Take.class);
  }

  @Test
  void datesARevivedImageAnew() {
    ImageRecord tombstone = recordIn("DELETED", NOW);
    Instant later = NOW.plusSeconds(3600);
    ObjectEvent.Created event = created("06");

    Claim claim = Claims.onCreated(Optional.of(tombstone), event, Order.LATER, later, LEASE);

    assertThat(claim)
        .isInstanceOfSatisfying(
            Claim.Take.class, take -> assertThat(take.next().createdAt()).isEqualTo(later));
  }

  @Test
  void ordersByETagWhereNoSequencerIsSent() {
    ImageRecord record = recordIn("READY", NOW);
    var same = new ObjectEvent.Created(OBJECT, Optional.empty(), Optional.of("etag"));
    var other = new ObjectEvent.Created(OBJECT, Optional.empty(), Optional.of("else"));

    assertThat(Claims.order(same, record)).isEqualTo(Order.SAME);
    assertThat(Claims.order(other, record)).isEqualTo(Order.UNCLEAR);
  }

  private static Claim onCreated(Optional<ImageRecord> stored, String sequencer) {
    ObjectEvent.Created event = created(sequencer);
    Order order = stored.map(record -> Claims.order(event, record)).orElse(Order.LATER);
    return Claims.onCreated(stored, event, order, NOW, LEASE);
  }

  private static ObjectEvent.Created created(String sequencer) {
    return new ObjectEvent.Created(
        OBJECT, Optional.of(new Sequencer(sequencer)), Optional.of("etag"));
  }

  private static ObjectEvent.Removed removed(String sequencer) {
    return new ObjectEvent.Removed(OBJECT, Optional.of(new Sequencer(sequencer)));
  }

  private static ImageRecord recordIn(String state, Instant leaseUntil) {
    var work =
        new Work(3, Optional.of(new Sequencer("05")), Optional.of("etag"), Optional.of(leaseUntil));
    ImageRecord processing =
        ImageRecord.foreign(OBJECT, Status.PROCESSING, work, NOW.minusSeconds(60));
    var facts = new PictureFacts(Format.JPEG, new Size(4, 3), 1, 1, 99, "thumbhash", "#102030");
    return switch (state) {
      case "PROCESSING" -> processing;
      case "READY" -> processing.ready(facts, List.of(), NOW);
      case "FAILED" ->
          processing.failed(new Failure(Reason.CORRUPT, "broken"), Optional.empty(), NOW);
      case "GAVE_UP" ->
          processing.failed(new Failure(Reason.GAVE_UP, "enough"), Optional.of(leaseUntil), NOW);
      case "DELETED" -> processing.deleted(Optional.of(new Sequencer("05")), false, NOW);
      case "DELETED_FOR_GOOD" -> processing.deleted(Optional.empty(), true, NOW);
      default -> throw new IllegalArgumentException(state);
    };
  }
}
