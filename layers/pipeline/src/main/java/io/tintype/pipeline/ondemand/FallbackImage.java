package io.tintype.pipeline.ondemand;

import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Derivative;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.Originals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A picture that is shown in place of another one, if it is set: of an error, or of what
/// moderation refuses. It is kept for a while, because it may be wanted in great number. Safe for
/// use by several threads.
public final class FallbackImage {

  private static final Logger LOG = LoggerFactory.getLogger(FallbackImage.class);
  private static final Duration MAX_AGE = Duration.ofMinutes(1);

  private final Optional<ObjectRef> object;
  private final Originals originals;
  private final ImageEngine engine;
  private final Limits limits;
  private final InstantSource clock;

  private CompletableFuture<Optional<Derivative>> picture =
      CompletableFuture.completedFuture(Optional.empty());
  private Instant until = Instant.MIN;

  public FallbackImage(
      Optional<ObjectRef> object,
      Originals originals,
      ImageEngine engine,
      Limits limits,
      InstantSource clock) {
    this.object = object;
    this.originals = originals;
    this.engine = engine;
    this.limits = limits;
    this.clock = clock;
  }

  /// Empty where none is set, or where it can't be had: an error is never hidden by another one.
  ///
  /// @param patience an answer comes no later; what comes after that is there the next time
  public Optional<Derivative> picture(Duration patience) {
    if (object.isEmpty()) {
      return Optional.empty();
    }
    try {
      return current(object.get()).get(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn("The picture {} that stands in for others takes too long", object.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOG.error("The picture {} that stands in for others can't be used", object.get(), e);
    }
    return Optional.empty();
  }

  private synchronized CompletableFuture<Optional<Derivative>> current(ObjectRef object) {
    Instant now = clock.instant();
    if (!now.isBefore(until) && picture.isDone()) {
      picture =
          CompletableFuture.supplyAsync(
              () -> read(object),
              reading -> Thread.ofPlatform().daemon().name("fallback").start(reading));
      until = now.plus(MAX_AGE);
    }
    return picture;
  }

  private Optional<Derivative> read(ObjectRef object) {
    try {
      Source source = originals.fetch(object, limits.maxBytes()).source();
      String mediaType = engine.inspect(source, limits).format().mediaType();
      var bytes = new byte[source.size()];
      source.buffer().get(bytes);
      return Optional.of(new Derivative(bytes, mediaType, Optional.empty(), Optional.empty()));
    } catch (TintypeException e) {
      LOG.error("The picture {} that stands in for others can't be used", object, e);
      return Optional.empty();
    }
  }
}
