package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Claims.Claim;
import io.tintype.pipeline.Originals.Original;
import io.tintype.pipeline.Sequencer.Order;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What follows from an event about an original: all its variants and its record, or the end of
/// both.
///
/// Returning means that the event is dealt with for good, also when the image failed for good. A
/// [TintypeException] means that it must be delivered again. Safe for use by several threads and
/// several functions at once; see [Claims] for who wins.
public final class RenderUpload {

  private static final Logger LOG = LoggerFactory.getLogger(RenderUpload.class);

  /// Compare-and-save rounds before the event is given back.
  private static final int ATTEMPTS = 10;

  /// How much longer than the function can live a claim is respected.
  private static final Duration LEASE_MARGIN = Duration.ofSeconds(5);

  private final Ports ports;
  private final VariantRenderer renderer;
  private final FencedDerivatives derivatives;
  private final AdHocRenditions adHoc;
  private final Withdrawal withdrawal;
  private final InstantSource clock;
  private final long maxBytes;

  /// The outside world of this use case.
  public record Ports(
      ImageRecords records,
      Originals originals,
      Derivatives derivatives,
      Invalidations invalidations,
      Announcements announcements) {}

  public RenderUpload(Ports ports, Rendering rendering, InstantSource clock) {
    this.ports = ports;
    this.renderer = new VariantRenderer(rendering, ports.originals());
    this.derivatives = new FencedDerivatives(ports.records(), ports.derivatives());
    this.adHoc = new AdHocRenditions(ports.derivatives());
    this.withdrawal = new Withdrawal(ports.records(), ports.derivatives(), ports.invalidations());
    this.clock = clock;
    this.maxBytes = rendering.limits().maxBytes();
  }

  /// @throws TintypeException when the event must be delivered again
  public void handle(ObjectEvent event, Delivery delivery) {
    switch (event) {
      case ObjectEvent.Created created -> created(created, delivery);
      case ObjectEvent.Removed removed -> removed(removed);
    }
  }

  private void created(ObjectEvent.Created event, Delivery delivery) {
    ImageId id = ImageId.of(event.object());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<ImageRecord> stored = ports.records().find(id);
      Order order = stored.map(record -> clearedUp(event, record)).orElse(Order.LATER);
      Duration lease = delivery.timeLeft().plus(LEASE_MARGIN);
      switch (Claims.onCreated(stored, event, order, clock.instant(), lease)) {
        case Claim.Take(ImageRecord next, boolean fresh) -> {
          if (ports.records().save(next)) {
            work(next, fresh, delivery);
            return;
          }
        }
        case Claim.Finished(ImageRecord record) -> {
          forgetFormer(record);
          announce(record);
          return;
        }
        case Claim.Outdated() -> {
          return;
        }
        case Claim.Busy(Instant until) ->
            throw new TintypeException(
                Reason.BUSY, event.object() + " is being worked on until " + until);
        case Claim.Gone(ImageRecord tombstone) -> {
          bury(tombstone, true);
          return;
        }
      }
    }
    throw new TintypeException(Reason.BUSY, "Too many others write the record of " + id);
  }

  /// An object that is there was put again, which another event tells of, or lost only an old
  /// version, in a bucket that keeps them: its image stays.
  private void removed(ObjectEvent.Removed event) {
    if (ports.originals().eTag(event.object()).isPresent()) {
      LOG.info("{} was removed but is there", event.object());
      return;
    }
    ImageId id = ImageId.of(event.object());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<ImageRecord> stored = ports.records().find(id);
      Order order = stored.map(record -> clearedUp(event, record)).orElse(Order.LATER);
      Optional<ImageRecord> tombstone = Claims.onRemoved(stored, event, order, clock.instant());
      if (tombstone.isEmpty()) {
        stored
            .filter(record -> record.status() == Status.DELETED)
            .ifPresent(record -> bury(record, false));
        return;
      }
      if (ports.records().save(tombstone.get())) {
        bury(tombstone.get(), false);
        return;
      }
    }
    throw new TintypeException(Reason.BUSY, "Too many others write the record of " + id);
  }

  /// Where sequencers leave it open which event is the later one, the object itself tells. What
  /// another original's event says is not about this record: two keys can hold one id when
  /// somebody copies a granted original, and the first one keeps it.
  private Order clearedUp(ObjectEvent event, ImageRecord stored) {
    if (!event.object().equals(stored.original())) {
      LOG.warn("passed over {}: its id belongs to {}", event.object(), stored.original());
      return Order.EARLIER;
    }
    Order order = Claims.order(event, stored);
    if (order != Order.UNCLEAR) {
      return order;
    }
    return switch (event) {
      case ObjectEvent.Created created -> {
        Optional<String> there = ports.originals().eTag(event.object());
        boolean current =
            there.isPresent() && (created.eTag().isEmpty() || created.eTag().equals(there));
        yield current ? Order.LATER : Order.EARLIER;
      }
      // The object is gone, else we would not be here.
      case ObjectEvent.Removed _ -> Order.LATER;
    };
  }

  private void work(ImageRecord claim, boolean fresh, Delivery delivery) {
    if (delivery.last()) {
      var gaveUp =
          new Failure(
              Reason.GAVE_UP,
              "Rendering did not succeed in " + delivery.maxReceives() + " attempts");
      commit(claim, record -> record.failed(gaveUp, claim.work().leaseUntil(), clock.instant()));
    }
    // Meanwhile, since clearing up is several requests one after the other, and mostly for nothing.
    Aside<Original> original =
        Aside.start("original", () -> ports.originals().fetch(claim.original(), maxBytes));
    try {
      // What was made before shows what was there before; the claim is written, so nobody makes
      // more of it. Without a record, URLs may have shown an object whose event was late or lost.
      if (claim.revision() == 1) {
        withdrawal.leftovers(claim);
      } else if (!fresh) {
        adHoc.clear(claim.id(), ports.invalidations());
      }
      Map<String, String> before = derivatives.before(claim, fresh);
      render(claim, fresh, original.get(), before);
    } catch (RuntimeException e) {
      TintypeException failure = asTintypeException(e, claim);
      if (failure.reason().retryable()) {
        giveBack(claim, delivery);
        throw failure;
      }
      // With its cause: what a decoder trips over may be a mistake of ours.
      LOG.info("{} failed: {}", claim.original(), failure.reason(), failure);
      var why = new Failure(failure.reason(), String.valueOf(failure.getMessage()));
      settle(
          claim, fresh, List.of(), record -> record.failed(why, Optional.empty(), clock.instant()));
    }
  }

  private void render(
      ImageRecord claim, boolean fresh, Original original, Map<String, String> before) {
    VariantRenderer.Result result =
        renderer.render(claim.original(), original.source(), claim.insights());
    if (result.rejected()) {
      settle(
          claim,
          fresh,
          List.of(),
          record -> record.rejected(result.facts(), clock.instant()).with(result.insights()));
      return;
    }
    Optional<List<StoredVariant>> stored = derivatives.write(claim, result.rendered(), before);
    if (stored.isEmpty()) {
      lost(claim);
      return;
    }
    settle(
        claim,
        fresh,
        stored.get(),
        record ->
            record.ready(result.facts(), stored.get(), clock.instant()).with(result.insights()));
  }

  /// What the function itself may not do is a mistake in the deployment, not in the upload.
  private static TintypeException asTintypeException(RuntimeException e, ImageRecord claim) {
    return e instanceof TintypeException known && known.reason() != Reason.FORBIDDEN
        ? known
        : new TintypeException(Reason.INTERNAL, "Unforeseen failure on " + claim.original(), e);
  }

  /// Lets the next delivery begin at once. After the last one the record says that it was given
  /// up, and what had been stored until then goes.
  private void giveBack(ImageRecord claim, Delivery delivery) {
    Optional<ImageRecord> released = commit(claim, record -> record.released(clock.instant()));
    if (delivery.last() && released.isPresent()) {
      announce(released.get());
      derivatives.clear(released.get(), released.get().variants());
      forgetFormer(released.get());
    }
  }

  /// Ends a claim: first nothing of former generations is left, then the record says so. In this
  /// order a crash in between is made good by the next delivery.
  private void settle(
      ImageRecord claim,
      boolean fresh,
      List<StoredVariant> kept,
      UnaryOperator<ImageRecord> successor) {
    if (!fresh) {
      derivatives.clear(claim, kept);
    }
    Optional<ImageRecord> committed = commit(claim, successor);
    if (committed.isPresent()) {
      forgetFormer(committed.get());
      announce(committed.get());
    } else {
      lost(claim);
    }
  }

  /// Of an image that has been shown before, the edge may keep pictures that are no more. A
  /// duplicate of the event makes good what a crash left out.
  private void forgetFormer(ImageRecord record) {
    if (record.work().generation() > 1) {
      ports.invalidations().forget(record.id());
    }
  }

  /// A loser leaves nothing of its own.
  private void lost(ImageRecord claim) {
    LOG.info("{} lost its claim {}", claim.original(), claim.work().generation());
    ImageRecord winner = ports.records().find(claim.id()).orElse(claim);
    switch (winner.status()) {
      case DELETED -> bury(winner, true);
      case READY, REJECTED, FAILED -> derivatives.clear(winner, winner.variants());
      // The winner clears what isn't its own when it is done.
      case AWAITING_UPLOAD, PROCESSING -> {}
    }
  }

  /// @param withOriginal whether an object that came in spite of a deletion for good is deleted
  ///     too; never in answer to a removal, because deleting is a removal itself
  private void bury(ImageRecord tombstone, boolean withOriginal) {
    if (tombstone.deletedForGood()) {
      // Whoever deleted it has taken everything back before the original went.
      withdrawal.leftovers(tombstone);
    } else {
      withdrawal.everything(tombstone);
    }
    ObjectRef original = tombstone.original();
    if (withOriginal
        && tombstone.deletedForGood()
        && ports.originals().eTag(original).isPresent()) {
      ports.originals().delete(original);
    }
    announce(tombstone);
  }

  private void announce(ImageRecord record) {
    if (!ports.announcements().wanted() || record.announced()) {
      return;
    }
    ports.announcements().publish(record);
    commit(record, ImageRecord::asAnnounced);
  }

  /// Saves a successor as long as the claim's generation is the newest. Mostly nobody has written
  /// since the claim, so that the record needn't be read again.
  private Optional<ImageRecord> commit(ImageRecord claim, UnaryOperator<ImageRecord> successor) {
    ImageRecord newest = claim;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      ImageRecord next = successor.apply(newest);
      if (ports.records().save(next)) {
        return Optional.of(next);
      }
      Optional<ImageRecord> stored = ports.records().find(claim.id());
      if (stored.isEmpty() || stored.get().work().generation() != claim.work().generation()) {
        return Optional.empty();
      }
      newest = stored.get();
    }
    throw new TintypeException(Reason.BUSY, "Too many others write the record of " + claim.id());
  }
}
