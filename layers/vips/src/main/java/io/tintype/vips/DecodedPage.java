package io.tintype.vips;

import io.tintype.imaging.StepTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One picture of a file, decoded when it is first needed, at the coarsest size that will do. What
/// comes of it is kept; it is decoded again only where something finer is needed later.
final class DecodedPage implements AutoCloseable {

  private final Vips vips;
  private final Loading loading;
  private final int number;
  private final StepTimes times;
  private @Nullable Levels levels;
  private Optional<Cascade.Root> root = Optional.empty();

  /// @param number from 0
  DecodedPage(Vips vips, Loading loading, int number, StepTimes times) {
    this.times = times;
    this.vips = vips;
    this.loading = loading;
    this.number = number;
  }

  int number() {
    return number;
  }

  /// What pictures are made from. A whole picture that all others can be made from is decoded
  /// straight to its size; otherwise a level of the source is decoded and kept.
  Cascade cascade(List<Resizing> wanted) {
    List<Resizing> roots = Cascade.roots(wanted, root);
    if (roots.isEmpty()) {
      return new Cascade(vips, loading, root, null);
    }
    int shrink = roots.stream().mapToInt(one -> one.shrink(loading.info())).min().orElseThrow();
    Levels present = levels;
    boolean kept = present != null && present.finest() <= shrink;
    // It takes the place of what is known, so that everything must be possible without that.
    List<Resizing> anew = Cascade.roots(wanted, Optional.empty());
    if (kept || anew.size() > 1 || !anew.getFirst().whole()) {
      return new Cascade(vips, loading, root, levels(shrink));
    }
    Resizing only = anew.getFirst();
    Cascade.Root straight = decoded(() -> Cascade.Root.decode(vips, loading, number, only));
    root.ifPresent(Cascade.Root::close);
    root = Optional.of(straight);
    return new Cascade(vips, loading, root, null);
  }

  /// Decodes, where nothing is decoded yet, so that it does for a preview and for what is going to
  /// be rendered.
  void anticipate(Resizing preview, List<Resizing> later) {
    if (later.isEmpty() || levels != null || root.isPresent()) {
      return;
    }
    List<Resizing> wanted = new ArrayList<>(later);
    if (later.stream().noneMatch(one -> one.whole() && Cascade.Root.covers(one, preview))) {
      wanted.add(preview);
    }
    cascade(wanted).close();
  }

  /// A whole picture that is at least as large, where one was made already: good enough for what
  /// nobody looks at closely.
  Optional<Resizing.Resized> larger(Resizing wanted) {
    return root.filter(one -> Cascade.Root.covers(one.resizing(), wanted))
        .map(Cascade.Root::picture);
  }

  /// @param shrink the smallest that will be asked for, a power of two
  Levels levels(int shrink) {
    Levels present = levels;
    if (present != null && present.finest() <= shrink) {
      return present;
    }
    Levels finer = decoded(() -> Levels.decode(vips, loading, number, shrink));
    levels = finer;
    if (present != null) {
      present.close();
    }
    return finer;
  }

  private <T> T decoded(Supplier<T> work) {
    try (var _ = times.decoding()) {
      return Stage.DECODE.run("The picture", work);
    }
  }

  @Override
  public void close() {
    Levels present = levels;
    if (present != null) {
      present.close();
      levels = null;
    }
    root.ifPresent(Cascade.Root::close);
    root = Optional.empty();
  }
}
