package io.tintype.vips;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// The platform threads that native work is done on. A native call holds its thread until it is
/// done, so virtual threads would hold up others; there are as many encoders as the settings
/// allow, and tasks in one pool never wait for tasks in the same pool.
final class Workers {

  private final ExecutorService encoders;
  private final ExecutorService renderers;

  Workers(int threads) {
    encoders = pool("vips-encoder-", threads);
    renderers = pool("vips-renderer-", threads);
  }

  private static ExecutorService pool(String name, int threads) {
    return Executors.newFixedThreadPool(
        threads, Thread.ofPlatform().daemon().name(name, 1).factory());
  }

  <T> Future<T> encode(Callable<T> work) {
    return encoders.submit(work);
  }

  /// On the caller's thread, or on one of ours where the caller is a virtual one.
  <T> T render(Supplier<T> work) {
    if (!Thread.currentThread().isVirtual()) {
      return work.get();
    }
    return joined(renderers.submit(work::get));
  }

  /// Waits to the end even when interrupted: what the work reads may not be freed before.
  static <T> T joined(Future<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw rethrown(e.getCause() == null ? e : e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException rethrown(Throwable failure) {
    return switch (failure) {
      case RuntimeException runtime -> runtime;
      case Error error -> throw error;
      default -> new IllegalStateException(failure);
    };
  }
}
