package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DeleteImageTest {

  private static final Instant NOW = Instant.parse("2026-11-21T13:00:00Z");
  private static final Owner ME = Owner.of("https://issuer", "me");

  private final ImageId id = ImageId.at(NOW);
  private final ObjectRef original = new ObjectRef("originals", "uploads/" + id + "/cat.jpg");
  private final ImageRecord awaiting = ImageRecord.awaiting(id, original, ME, NOW, NOW);
  private final InMemoryImageRecords records = new InMemoryImageRecords();
  private final Shelf shelf = new Shelf();
  private final DeleteImage deleteImage = deleteImage(records);

  @Test
  void buriesTheRecordThenDeletesDerivativesThenWhatTheEdgeKeepsThenTheOriginal() {
    records.save(awaiting);
    shelf.keys.addAll(Set.of(derivative("thumb.jpeg"), derivative("card.webp"), "other"));

    deleteImage.delete(id, ME);

    assertThat(records.find(id))
        .contains(awaiting.deleted(Optional.empty(), /* forGood= */ true, NOW));
    assertThat(shelf.keys).containsExactly("other");
    assertThat(shelf.deletions)
        .containsExactly(
            derivative("card.webp"),
            derivative("thumb.jpeg"),
            "edge /derivatives/v/" + id + "/*",
            "edge /derivatives/r/" + id + "/*",
            "edge /derivatives/e/" + id + "/*",
            "sweep " + id,
            original.toString());
    assertThat(shelf.statusAtFirstDeletion).contains(Status.DELETED);
  }

  @Test
  void makesTheEdgeForgetWhatIsKeptOfTheImageUnderOtherNames() {
    records.save(awaiting);
    String rendition = "derivatives/r/_/abc.any";
    String longest = "derivatives/r/_/" + "a".repeat(1_100) + ".any";
    var notes = new AdHocRenditions(shelf.derivatives());
    notes.note(id, rendition);
    notes.note(id, longest);

    deleteImage.delete(id, ME);

    int cut = 1_024 - ("derivatives/l/" + id + "/r/_/").length();
    assertThat(shelf.deletions)
        .contains("edge /" + rendition, "edge /derivatives/r/_/" + "a".repeat(cut) + "*");
    assertThat(shelf.keys).isEmpty();
  }

  @Test
  void completesAnInterruptedDeletionWhenAskedAgain() {
    records.save(awaiting);
    shelf.failing = true;
    assertThatThrownBy(() -> deleteImage.delete(id, ME)).isInstanceOf(TintypeException.class);
    shelf.failing = false;
    shelf.keys.add(derivative("thumb.jpeg"));

    deleteImage.delete(id, ME);
    // By a function that was killed before it looked at the record again.
    shelf.keys.add("derivatives/r/" + id + "/YQ.any");
    deleteImage.delete(id, ME);

    assertThat(shelf.keys).isEmpty();
    assertThat(records.find(id).orElseThrow().revision()).isEqualTo(2);
  }

  @Test
  void doesNotBlameTheCallerForWhatTheFunctionMayNotDo() {
    records.save(awaiting);
    shelf.failing = true;
    shelf.failure = Reason.FORBIDDEN;

    refuses(deleteImage, Reason.INTERNAL);
  }

  @Test
  void makesATombstoneThatAnEventLeftFinal() {
    records.save(awaiting);
    records.save(awaiting.deleted(Optional.of(new Sequencer("0A")), false, NOW));

    deleteImage.delete(id, ME);

    ImageRecord tombstone = records.find(id).orElseThrow();
    assertThat(tombstone.deletedForGood()).isTrue();
    assertThat(tombstone.work().sequencer()).contains(new Sequencer("0A"));
  }

  @Test
  void answersAlikeToOthersImagesAndUnknownIds() {
    refuses(deleteImage, Reason.NOT_FOUND);
    records.save(ImageRecord.awaiting(id, original, Owner.of("https://issuer", "you"), NOW, NOW));
    refuses(deleteImage, Reason.NOT_FOUND);
    assertThat(shelf.deletions).isEmpty();
  }

  @Test
  void decidesAnewWhenSomebodyElseWroteInBetween() {
    records.save(awaiting);
    var claimed = awaiting.claimed(Work.NONE, NOW);

    deleteImage(new Contested(records, List.of(claimed))).delete(id, ME);

    assertThat(records.find(id)).contains(claimed.deleted(Optional.empty(), true, NOW));
  }

  @Test
  void givesUpAsBusyWhenTheRecordNeverComesToRest() {
    records.save(awaiting);
    var rivals = new ArrayList<ImageRecord>();
    ImageRecord last = awaiting;
    for (int i = 0; i < 20; i++) {
      last = last.claimed(Work.NONE, NOW);
      rivals.add(last);
    }
    refuses(deleteImage(new Contested(records, rivals)), Reason.BUSY);
    assertThat(shelf.deletions).isEmpty();
  }

  private DeleteImage deleteImage(ImageRecords among) {
    return new DeleteImage(
        among,
        new Withdrawal(among, shelf.derivatives(), shelf.edge()),
        tombstone -> shelf.deletions.add("sweep " + tombstone.id()),
        shelf.originals(),
        () -> NOW);
  }

  private void refuses(DeleteImage useCase, Reason reason) {
    assertThatThrownBy(() -> useCase.delete(id, ME))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private String derivative(String name) {
    return DerivativeKeys.variants(id) + name;
  }

  /// Records where rivals get in first.
  private static final class Contested implements ImageRecords {

    private final ImageRecords records;
    private final List<ImageRecord> rivals;

    Contested(ImageRecords records, List<ImageRecord> rivals) {
      this.records = records;
      this.rivals = new ArrayList<>(rivals);
    }

    @Override
    public Optional<ImageRecord> find(ImageId id) {
      return records.find(id);
    }

    @Override
    public boolean save(ImageRecord next) {
      if (!rivals.isEmpty()) {
        records.save(rivals.removeFirst());
      }
      return records.save(next);
    }

    @Override
    public Page list(Owner owner, int limit, Optional<String> cursor) {
      return records.list(owner, limit, cursor);
    }
  }

  /// Both buckets, and what was deleted from them in which order.
  private final class Shelf {

    private final Set<String> keys = new TreeSet<>();
    private final List<String> deletions = new ArrayList<>();
    private Optional<Status> statusAtFirstDeletion = Optional.empty();
    private boolean failing;
    private Reason failure = Reason.UNAVAILABLE;

    private void delete(String key) {
      if (deletions.isEmpty()) {
        statusAtFirstDeletion = records.find(id).map(ImageRecord::status);
      }
      deletions.add(key);
      keys.remove(key);
    }

    private Invalidations edge() {
      return paths -> paths.forEach(path -> deletions.add("edge " + path));
    }

    private Derivatives derivatives() {
      return new Derivatives() {
        @Override
        public boolean put(String key, Derivative derivative, Expected expected) {
          return keys.add(key);
        }

        @Override
        public Optional<Stored> find(String key) {
          throw new AssertionError("nothing is read here");
        }

        @Override
        public Map<String, String> list(String prefix) {
          if (failing) {
            throw new TintypeException(failure, "The bucket does not answer");
          }
          var found = new java.util.TreeMap<String, String>();
          keys.stream().filter(key -> key.startsWith(prefix)).forEach(key -> found.put(key, "e"));
          return found;
        }

        @Override
        public void delete(Collection<String> doomed) {
          doomed.forEach(Shelf.this::delete);
        }
      };
    }

    private Originals originals() {
      return new Originals() {
        @Override
        public Original fetch(ObjectRef object, long maxBytes) {
          throw new AssertionError("nothing is read here");
        }

        @Override
        public Optional<String> eTag(ObjectRef object) {
          throw new AssertionError("nothing is read here");
        }

        @Override
        public void delete(ObjectRef object) {
          Shelf.this.delete(object.toString());
        }
      };
    }
  }
}
