package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Derivatives.Expected;
import io.tintype.pipeline.moderation.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WithdrawalTest {

  private static final Instant NOW = Instant.parse("2026-11-21T13:00:00Z");
  private static final ObjectRef ORIGINAL = new ObjectRef("originals", "uploads/cat.jpg");
  private static final ImageId ID = ImageId.of(ORIGINAL);
  private static final String VARIANT = DerivativeKeys.variants(ID) + "thumb.jpeg";
  private static final String AD_HOC = "derivatives/r/" + ID + "/YQ.any";

  private final InMemoryImageRecords records = new InMemoryImageRecords();
  private final FaultyDerivatives derivatives = new FaultyDerivatives();
  private final InMemoryEdge edge = new InMemoryEdge();
  private final List<ImageRecord> requested = new ArrayList<>();
  private final ImageRecord first =
      ImageRecord.foreign(
          ORIGINAL,
          Status.PROCESSING,
          new Work(1, Optional.empty(), Optional.of("tag"), Optional.empty()),
          NOW);

  @Test
  void takesBackWhatIsStoredBeforeTheEdgeForgetsIt() {
    records.save(first);
    store(VARIANT);
    store(AD_HOC);
    edge.look(derivatives.all());
    var seen = new ArrayList<Integer>();
    Invalidations watching =
        paths -> {
          seen.add(derivatives.all().size());
          edge.invalidate(paths);
        };

    new Withdrawal(records, derivatives, watching).everything(first);

    assertThat(seen).containsExactly(0);
    assertThat(edge.kept()).isEmpty();
  }

  @Test
  void leavesTheVariantsOfANewerClaim() {
    records.save(first);
    records.save(
        first.claimed(new Work(2, Optional.empty(), Optional.of("tag"), Optional.empty()), NOW));
    store(VARIANT);
    store(AD_HOC);

    new Withdrawal(records, derivatives, edge).everything(first);

    assertThat(derivatives.all()).containsOnlyKeys(VARIANT);
  }

  @Test
  void doesNotTroubleTheEdgeWhereThereIsNothingLeftOver() {
    records.save(first);
    var withdrawal = new Withdrawal(records, derivatives, edge);

    withdrawal.leftovers(first);
    assertThat(edge.forgotten()).isEmpty();

    store(VARIANT);
    withdrawal.leftovers(first);
    assertThat(derivatives.all()).isEmpty();
    assertThat(edge.forgotten()).contains("/derivatives/v/" + ID + "/*");
  }

  /// Somebody renders the overruled image while what was there is still being taken back.
  @Test
  void anOverrulingLeavesThePicturesOfWhoeverRendersByIt() {
    records.save(first);
    records.save(first.ready(facts(), List.of(), NOW));
    derivatives.beforeNextList(
        () -> {
          ImageRecord now = records.find(ID).orElseThrow();
          Work next = new Work(3, Optional.empty(), Optional.of("tag"), Optional.empty());
          records.save(now.claimed(next, NOW));
          store(VARIANT);
        });

    overrule(edge);

    assertThat(derivatives.all()).containsOnlyKeys(VARIANT);
    assertThat(requested).hasSize(1);
  }

  @Test
  void anOverrulingDoesNotBlameTheCallerForWhatTheFunctionMayNotDo() {
    records.save(first);
    records.save(first.ready(facts(), List.of(), NOW));
    Invalidations forbidden =
        _ -> {
          throw new TintypeException(Reason.FORBIDDEN, "not you");
        };

    assertThatThrownBy(() -> overrule(forbidden))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INTERNAL));
    assertThat(requested).isEmpty();
  }

  private void overrule(Invalidations invalidations) {
    var withdrawal = new Withdrawal(records, derivatives, invalidations);
    new OverruleVerdict(records, withdrawal, requested::add, () -> NOW)
        .overrule(ID, Verdict.APPROVED, Owner.PUBLIC);
  }

  private void store(String key) {
    var picture = new Derivative(new byte[0], "image/jpeg", Optional.empty(), Optional.empty());
    derivatives.put(key, picture, new Expected.Anything());
  }

  private static PictureFacts facts() {
    return new PictureFacts(Format.JPEG, new Size(1, 1), 1, 1, 1, "", "#000000");
  }
}
