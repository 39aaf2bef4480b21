package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ImageRecords.Entry;
import io.tintype.pipeline.ImageRecords.Glance;
import io.tintype.pipeline.ImageRecords.Page;
import io.tintype.pipeline.moderation.Insights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [ImageRecords] promises. Every test makes owners and ids of its own, so that the
/// records of other tests may lie beside its own.
public abstract class ImageRecordsContract {

  private static final int THREADS = 16;
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.25Z");
  private static final Instant EXPIRY = Instant.parse("2026-12-21T10:00:00Z");
  private static final PictureFacts FACTS =
      new PictureFacts(
          Format.PNG, new Size(1200, 800), 3, 2, 5_000_000_000L, "YJqGPQw7", "#102030");
  private static final Work WORK =
      new Work(
          1,
          Optional.of(new Sequencer("0055AED6DCD90281E5")),
          Optional.of("d41d8cd98f00b204e9800998ecf8427e"),
          Optional.of(NOW.plusSeconds(90)));

  private final Owner owner = Owner.of("https://issuer.example", UUID.randomUUID().toString());

  /// Where the records are kept.
  protected abstract ImageRecords records();

  @Test
  void findsNothingUnderAnUnknownId() {
    assertThat(records().find(ImageId.at(NOW))).isEmpty();
  }

  @Test
  void findsWhatItSaved() {
    ImageRecord awaiting = awaiting(NOW);
    ImageRecord claimed = awaiting.claimed(WORK, NOW.plusMillis(1));
    ImageRecord ready = claimed.ready(FACTS, variants(awaiting.id()), NOW.plusNanos(2));

    for (ImageRecord next : List.of(awaiting, claimed, ready, ready.asAnnounced())) {
      assertThat(records().save(next)).isTrue();
      assertThat(records().find(next.id())).contains(next);
    }
  }

  @Test
  void findsTheFailureAndTheTombstone() {
    ImageRecord claimed = saved(saved(awaiting(NOW)).claimed(WORK, NOW));
    var why = new Failure(Reason.CORRUPT, "The file ends too early");
    ImageRecord failed = saved(claimed.failed(why, Optional.of(NOW.plusSeconds(9)), NOW));

    assertThat(records().find(failed.id())).contains(failed);

    ImageRecord deleted = saved(failed.deleted(Optional.empty(), true, NOW));

    assertThat(records().find(deleted.id())).contains(deleted);
  }

  @Test
  void refusesAFirstRevisionWhereThereIsARecord() {
    ImageRecord first = saved(awaiting(NOW));
    ImageRecord other =
        ImageRecord.awaiting(first.id(), first.original(), owner, NOW.plusSeconds(1), EXPIRY);

    assertThat(records().save(other)).isFalse();
    assertThat(records().find(first.id())).contains(first);
  }

  @Test
  void refusesTheSameRecordTwice() {
    ImageRecord first = saved(awaiting(NOW));

    assertThat(records().save(first)).isFalse();
  }

  @Test
  void refusesTheSuccessorOfARecordThatIsNotThere() {
    ImageRecord second = awaiting(NOW).claimed(WORK, NOW);

    assertThat(records().save(second)).isFalse();
    assertThat(records().find(second.id())).isEmpty();
  }

  @Test
  void refusesTheSuccessorOfAnOlderRecord() {
    ImageRecord first = saved(awaiting(NOW));
    ImageRecord winner = saved(first.claimed(WORK, NOW));

    assertThat(records().save(first.deleted(Optional.empty(), true, NOW))).isFalse();
    assertThat(records().find(first.id())).contains(winner);
  }

  @Test
  void letsOneOfManyFirstSaversWin() throws Exception {
    ImageId id = ImageId.at(NOW);

    assertOneWins(i -> ImageRecord.awaiting(id, original(id), owner, NOW, EXPIRY.plusSeconds(i)));
  }

  @Test
  void letsOneOfManySuccessorsWin() throws Exception {
    ImageRecord first = saved(awaiting(NOW));

    assertOneWins(i -> first.claimed(WORK, NOW.plusMillis(i)));
  }

  @Test
  void letsOneOfManyWinThoughAllWriteTheSame() throws Exception {
    ImageRecord first = saved(awaiting(NOW));

    assertOneWins(_ -> first.claimed(WORK, NOW));
  }

  @Test
  void listsTheNewestFirst() {
    ImageRecord middle = claimedAt(NOW);
    ImageRecord newest = claimedAt(NOW.plusNanos(1));
    ImageRecord oldest = claimedAt(NOW.minusMillis(250));

    assertThat(records().list(owner, 100, Optional.empty()).entries())
        .extracting(Entry::id)
        .containsExactly(newest.id(), middle.id(), oldest.id());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7, 100})
  void pagesThroughEveryImageOnce(int limit) {
    List<ImageId> ids = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      // Three moments with two images each: the id decides between them.
      ids.add(claimedAt(NOW.plusSeconds(i / 2)).id());
    }

    List<ImageId> seen = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    int pages = 0;
    do {
      Page page = records().list(owner, limit, cursor);
      assertThat(page.entries()).hasSizeBetween(1, limit);
      page.entries().forEach(entry -> seen.add(entry.id()));
      cursor = page.cursor();
      pages++;
    } while (cursor.isPresent());

    assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(pages).isEqualTo(Math.ceilDiv(6, limit));
  }

  @Test
  void goesOnAfterTheCursorThoughItsImageIsGone() {
    claimedAt(NOW);
    ImageRecord middle = claimedAt(NOW.plusSeconds(1));
    claimedAt(NOW.plusSeconds(2));
    Page first = records().list(owner, 2, Optional.empty());
    saved(middle.deleted(Optional.empty(), true, NOW));

    Page second = records().list(owner, 2, first.cursor());

    assertThat(second.entries()).hasSize(1);
    assertThat(second.cursor()).isEmpty();
  }

  @Test
  void listsNothingForAnOwnerWithoutImages() {
    Page page = records().list(owner, 10, Optional.empty());

    assertThat(page.entries()).isEmpty();
    assertThat(page.cursor()).isEmpty();
  }

  @Test
  void keepsOwnersApartEvenWithTheCursorOfAnother() {
    var other = Owner.of("https://issuer.example", UUID.randomUUID().toString());
    claimedAt(NOW);
    claimedAt(NOW.plusSeconds(2));
    ImageId id = ImageId.at(NOW);
    ImageRecord theirs =
        saved(ImageRecord.awaiting(id, original(id), other, NOW.plusSeconds(1), EXPIRY));
    saved(theirs.claimed(WORK, NOW));
    Optional<String> cursor = records().list(owner, 1, Optional.empty()).cursor();

    assertThat(records().list(other, 10, Optional.empty()).entries())
        .extracting(Entry::id)
        .containsExactly(id);
    assertThat(records().list(other, 10, cursor).entries())
        .extracting(Entry::id)
        .containsExactly(id);
  }

  @Test
  void leavesOutWhatHasNotArrivedAndWhatIsGone() {
    saved(awaiting(NOW));
    ImageRecord gone = claimedAt(NOW);
    saved(gone.deleted(Optional.empty(), false, NOW));

    assertThat(records().list(owner, 100, Optional.empty()).entries()).isEmpty();
  }

  @Test
  void listsAReadyImageWithItsSizeAndVariants() {
    ImageRecord claimed = claimedAt(NOW);
    List<StoredVariant> variants = variants(claimed.id());
    saved(claimed.ready(FACTS, variants, NOW));

    assertThat(records().list(owner, 100, Optional.empty()).entries())
        .containsExactly(
            new Entry(
                claimed.id(),
                claimed.original().key(),
                Status.READY,
                NOW,
                Optional.of(new Glance(FACTS.size(), FACTS.thumbhash(), FACTS.dominantColor())),
                variants,
                Optional.empty()));
  }

  @Test
  void listsAFailedImageWithTheReason() {
    ImageRecord claimed = claimedAt(NOW);
    var why = new Failure(Reason.UNSUPPORTED, "Not an image");
    saved(claimed.failed(why, Optional.empty(), NOW));

    assertThat(records().list(owner, 100, Optional.empty()).entries())
        .containsExactly(
            new Entry(
                claimed.id(),
                claimed.original().key(),
                Status.FAILED,
                NOW,
                Optional.empty(),
                List.of(),
                Optional.of(why)));
  }

  @Test
  void showsNoFactsWhileAnImageIsRenderedAnew() {
    ImageRecord ready = saved(claimedAt(NOW).ready(FACTS, List.of(), NOW));
    saved(ready.claimed(WORK, NOW));

    assertThat(records().list(owner, 100, Optional.empty()).entries())
        .extracting(Entry::facts)
        .containsExactly(Optional.empty());
  }

  @ParameterizedTest
  @EnumSource(names = {"PROCESSING", "READY", "REJECTED", "FAILED"})
  void listsAnImageOfEveryStatusThatHasArrived(Status status) {
    ImageRecord claimed = claimedAt(NOW);
    saved(
        new ImageRecord(
            claimed.id(),
            claimed.revision() + 1,
            claimed.original(),
            owner,
            status,
            WORK,
            Optional.of(FACTS),
            Insights.NONE,
            List.of(),
            Optional.empty(),
            false,
            false,
            NOW,
            NOW,
            Optional.empty()));

    assertThat(records().list(owner, 100, Optional.empty()).entries())
        .extracting(Entry::status)
        .containsExactly(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "#", "eA==", "Iw"})
  void refusesACursorThatNobodyWasGiven(String cursor) {
    assertBadRequest(() -> records().list(owner, 10, Optional.of(cursor)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void refusesALimitOutsideItsRange(int limit) {
    assertBadRequest(() -> records().list(owner, limit, Optional.empty()));
  }

  private static void assertBadRequest(Callable<Page> call) {
    assertThatThrownBy(call::call)
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_REQUEST));
  }

  /// Every thread saves a record of its own making; exactly one of them is told that it won, and
  /// its record is the one that is found.
  private void assertOneWins(java.util.function.IntFunction<ImageRecord> making) throws Exception {
    var start = new CyclicBarrier(THREADS);
    List<ImageRecord> contenders = IntStream.range(0, THREADS).mapToObj(making).toList();
    List<Callable<Boolean>> savers = new ArrayList<>();
    for (ImageRecord contender : contenders) {
      savers.add(
          () -> {
            start.await();
            return records().save(contender);
          });
    }
    List<Boolean> won = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Boolean> outcome : threads.invokeAll(savers)) {
        won.add(outcome.get());
      }
    }
    assertThat(Collections.frequency(won, true)).isEqualTo(1);
    assertThat(records().find(contenders.getFirst().id()))
        .contains(contenders.get(won.indexOf(true)));
  }

  private ImageRecord claimedAt(Instant created) {
    return saved(saved(awaiting(created)).claimed(WORK, created.plus(Duration.ofMinutes(1))));
  }

  private ImageRecord awaiting(Instant created) {
    ImageId id = ImageId.at(NOW);
    return ImageRecord.awaiting(id, original(id), owner, created, EXPIRY);
  }

  private static ObjectRef original(ImageId id) {
    return new ObjectRef("originals", "uploads/" + id + "/picture 1+ä.png");
  }

  private static List<StoredVariant> variants(ImageId id) {
    return List.of(
        new StoredVariant(
            "thumb",
            DerivativeKeys.variant(original(id), "thumb", Format.WEBP),
            Format.WEBP,
            new Size(320, 213),
            12_345));
  }

  private ImageRecord saved(ImageRecord record) {
    assertThat(records().save(record)).isTrue();
    return record;
  }
}
