package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Derivatives.Expected;
import io.tintype.pipeline.VariantRenderer.Rendered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// Writes derivatives on behalf of one claim. A write happens only while the claim's generation
/// is the newest, and only over what was there when the claim was made: whoever lost the claim in
/// the middle of a write is told so by S3 and can't overwrite the winner's picture.
final class FencedDerivatives {

  private static final int ATTEMPTS = 5;

  private final ImageRecords records;
  private final Derivatives derivatives;

  FencedDerivatives(ImageRecords records, Derivatives derivatives) {
    this.records = records;
    this.derivatives = derivatives;
  }

  /// What there is before the work begins; nothing needs to be asked for a fresh claim.
  Map<String, String> before(ImageRecord claim, boolean fresh) {
    return fresh ? Map.of() : derivatives.list(DerivativeKeys.variants(claim.id()));
  }

  /// @return what was stored; empty when the claim was lost on the way
  Optional<List<StoredVariant>> write(
      ImageRecord claim, List<Rendered> rendered, Map<String, String> before) {
    if (!holds(claim)) {
      return Optional.empty();
    }
    Map<StoredVariant, Rendition> wanted = new LinkedHashMap<>();
    for (Rendered one : rendered) {
      wanted.put(stored(claim.original(), one), one.rendition());
    }
    return writeAll(claim, wanted, before)
        ? Optional.of(List.copyOf(wanted.keySet()))
        : Optional.empty();
  }

  /// Deletes the variants of an image that aren't among these, unless a newer claim than this
  /// record's has been made. The claim is looked at after the list: what a newer one writes from
  /// then on isn't in the list.
  ///
  /// @return whether there were any
  boolean clear(ImageRecord record, List<StoredVariant> kept) {
    Set<String> keys = kept.stream().map(StoredVariant::key).collect(Collectors.toSet());
    List<String> superfluous =
        derivatives.list(DerivativeKeys.variants(record.id())).keySet().stream()
            .filter(key -> !keys.contains(key))
            .toList();
    if (superfluous.isEmpty() || !holds(record)) {
      return false;
    }
    derivatives.delete(superfluous);
    return true;
  }

  private boolean writeAll(
      ImageRecord claim, Map<StoredVariant, Rendition> wanted, Map<String, String> before) {
    // No virtual ones: the first one sets up what runs them, while a function starts.
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<CompletableFuture<Boolean>> writes = new ArrayList<>();
      wanted.forEach(
          (variant, rendition) ->
              writes.add(
                  CompletableFuture.supplyAsync(
                      () -> writeOne(claim, variant.key(), rendition, before), threads)));
      boolean all = true;
      for (CompletableFuture<Boolean> write : writes) {
        all &= write.join();
      }
      return all;
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case TintypeException failure -> throw failure;
        case Error error -> throw error;
        case null, default ->
            throw new TintypeException(Reason.INTERNAL, "A derivative could not be stored", e);
      }
    }
  }

  private boolean writeOne(
      ImageRecord claim, String key, Rendition rendition, Map<String, String> before) {
    Map<String, String> seen = before;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      String eTag = seen.get(key);
      Expected expected = eTag == null ? new Expected.Nothing() : new Expected.ThisOne(eTag);
      if (derivatives.put(key, rendition, expected)) {
        return true;
      }
      if (!holds(claim)) {
        return false;
      }
      seen = derivatives.list(key);
    }
    throw new TintypeException(Reason.BUSY, "Somebody else keeps writing " + key);
  }

  /// Whether the claim is still the newest.
  private boolean holds(ImageRecord claim) {
    return records
        .find(claim.id())
        .filter(now -> now.work().generation() == claim.work().generation())
        .isPresent();
  }

  private static StoredVariant stored(ObjectRef original, Rendered one) {
    Rendition rendition = one.rendition();
    return new StoredVariant(
        one.variant(),
        DerivativeKeys.variant(original, one.variant(), rendition.format()),
        rendition.format(),
        rendition.size(),
        rendition.bytes().length);
  }
}
