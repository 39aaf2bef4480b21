package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Something that is made on a thread of its own, to be waited for when it is needed.
///
/// @param <T> what is made
public final class Aside<T> implements Supplier<T> {

  private final String name;
  private final FutureTask<T> task;

  private Aside(String name, FutureTask<T> task) {
    this.name = name;
    this.task = task;
  }

  /// Begins at once. Nobody has to wait for it, also not the end of the process.
  ///
  /// @param name of the thread, and in words what is made
  public static <T> Aside<T> start(String name, Supplier<T> make) {
    var task = new FutureTask<>(make::get);
    Thread.ofPlatform().daemon().name(name).start(task);
    return new Aside<>(name, task);
  }

  /// Waits for it, and throws what making it threw.
  @Override
  public T get() {
    try {
      return task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException known -> throw known;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TintypeException(Reason.INTERNAL, "Interrupted while waiting for the " + name, e);
    }
  }
}
