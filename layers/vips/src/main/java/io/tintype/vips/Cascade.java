package io.tintype.vips;

import io.tintype.vips.Resizing.Resized;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The resized pictures of one source, in memory. Those that are made from a larger one (see
/// [Resizing#from]) cost next to nothing; only the roots, which are not, need the source's pixels.
final class Cascade implements AutoCloseable {

  private final Scope kept;
  private final Loading loading;
  private final @Nullable Levels levels;
  private final Map<Resizing, Resized> made = new HashMap<>();

  /// @param known outlives the cascade
  /// @param levels what roots are made from; null where there are none but the known one
  Cascade(Vips vips, Loading loading, Optional<Root> known, @Nullable Levels levels) {
    this.kept = new Scope(vips);
    this.loading = loading;
    this.levels = levels;
    known.ifPresent(root -> made.put(root.resizing(), root.picture().in(kept)));
  }

  /// The one picture that all others are made from, decoded straight to its size: the source's
  /// pixels pass by and are never all in memory.
  record Root(Scope scope, Resizing resizing, Resized picture) implements AutoCloseable {

    static Root decode(Vips vips, Loading loading, int page, Resizing resizing) {
      var kept = new Scope(vips);
      try (var passing = new Scope(vips)) {
        // What the decoder doesn't shrink, the resampler does in one go while the pixels pass by.
        int onLoad = loading.onLoad(resizing.shrink(loading.info()));
        Levels.Level level = Levels.passing(loading, page, onLoad, passing);
        Resized picture = resizing.apply(level, passing).in(kept).inMemory();
        return new Root(kept, resizing, picture);
      } catch (RuntimeException e) {
        kept.close();
        throw e;
      }
    }

    /// Whether nothing would have to be enlarged.
    static boolean covers(Resizing one, Resizing other) {
      return one.stored().equals(other.stored())
          && one.target().width() >= other.target().width()
          && one.target().height() >= other.target().height();
    }

    @Override
    public void close() {
      scope.close();
    }
  }

  /// Those that can't be made from another one that is wanted or known.
  static List<Resizing> roots(List<Resizing> wanted, Optional<Root> known) {
    List<Resizing> larger = new ArrayList<>();
    known.ifPresent(root -> larger.add(root.resizing()));
    List<Resizing> roots = new ArrayList<>();
    wanted.stream()
        .distinct()
        .filter(one -> !larger.contains(one))
        .sorted(Comparator.comparingLong((Resizing one) -> one.target().pixels()).reversed())
        .forEach(
            one -> {
              if (larger.stream().noneMatch(one::from)) {
                roots.add(one);
              }
              larger.add(one);
            });
    return roots;
  }

  /// Made when it is first asked for. Larger ones have to be asked for before smaller ones.
  Resized picture(Resizing wanted) {
    Resized present = made.get(wanted);
    if (present == null) {
      try (var passing = new Scope(kept.vips())) {
        present = resized(wanted, passing).in(kept).inMemory();
      }
      made.put(wanted, present);
    }
    return present;
  }

  private Resized resized(Resizing wanted, Scope passing) {
    Optional<Resizing> smallest =
        made.keySet().stream()
            .filter(wanted::from)
            .min(Comparator.comparingLong(one -> one.target().pixels()));
    Resized larger = smallest.map(made::get).orElse(null);
    if (larger != null) {
      return larger.in(passing).to(wanted.target());
    }
    if (levels == null) {
      throw new IllegalStateException("No pixels were decoded for " + wanted);
    }
    return wanted.apply(levels.fitting(wanted.shrink(loading.info())), passing);
  }

  @Override
  public void close() {
    kept.close();
  }
}
