package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Work that is under way. Whoever wants the same at the same time waits for the one who began, no
/// more is worked on at once than there are threads, and no more waits than there is room for.
/// Whoever's time is up is told so and the work goes on for the others, so that a later request
/// finds it done. Safe for use by several threads.
///
/// @param <T> what comes of the work
final class Flights<T> {

  private static final int WAITING_PER_THREAD = 32;

  private final ConcurrentHashMap<String, Flight<T>> flights = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor threads;

  /// @param threads most work at once
  Flights(int threads) {
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(threads * WAITING_PER_THREAD),
            work -> {
              Thread thread = new Thread(work, "on-demand");
              thread.setDaemon(true);
              return thread;
            });
    this.threads.allowCoreThreadTimeOut(true);
  }

  /// One piece of work and those who wait for it.
  ///
  /// @param wantedUntil in nanoseconds of System.nanoTime(): the latest deadline of all who wait
  private record Flight<T>(CompletableFuture<T> result, AtomicLong wantedUntil) {}

  /// @throws TintypeException BUSY when too much waits already, UNAVAILABLE when the time is up,
  ///     or what the work throws
  T join(String key, Supplier<T> work, Duration timeLeft) {
    long until = System.nanoTime() + timeLeft.toNanos();
    var started = new boolean[1];
    Flight<T> flight =
        flights.computeIfAbsent(
            key,
            _ -> {
              started[0] = true;
              return new Flight<>(new CompletableFuture<>(), new AtomicLong(until));
            });
    flight.wantedUntil().accumulateAndGet(until, (one, other) -> one - other > 0 ? one : other);
    if (started[0]) {
      start(key, flight, work);
    }
    return await(flight.result(), timeLeft);
  }

  private void start(String key, Flight<T> flight, Supplier<T> work) {
    try {
      threads.execute(() -> run(key, flight, work));
    } catch (RejectedExecutionException e) {
      flights.remove(key, flight);
      flight
          .result()
          .completeExceptionally(
              new TintypeException(Reason.BUSY, "Too many pictures are being made; try again", e));
    }
  }

  private void run(String key, Flight<T> flight, Supplier<T> work) {
    try {
      if (flight.wantedUntil().get() - System.nanoTime() < 0) {
        throw late();
      }
      T result = work.get();
      flights.remove(key, flight);
      flight.result().complete(result);
    } catch (Throwable e) {
      flights.remove(key, flight);
      flight.result().completeExceptionally(e);
    }
  }

  private static <T> T await(CompletableFuture<T> result, Duration timeLeft) {
    try {
      return result.get(Math.max(0, timeLeft.toNanos()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw late();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TintypeException(Reason.UNAVAILABLE, "The function is being stopped", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case TintypeException failure -> throw failure;
        case OutOfMemoryError _ ->
            throw new TintypeException(
                Reason.TOO_LARGE, "The picture needs more memory than there is", e);
        case Error error -> throw error;
        case null, default ->
            throw new TintypeException(Reason.INTERNAL, "The picture could not be made", e);
      }
    }
  }

  private static TintypeException late() {
    return TintypeException.coded(
        Reason.UNAVAILABLE, "TimeoutException", "The picture took too long; it may be there soon");
  }
}
