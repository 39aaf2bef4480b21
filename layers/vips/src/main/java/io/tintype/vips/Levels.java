package io.tintype.vips;

import java.util.HashMap;
import java.util.Map;

/// One decoded picture in memory at several sizes, each a power of two smaller than the original.
/// A level averages four pixels of the level before, which is also what `vips_resize` begins with,
/// so a picture made from a level differs little from one made from the original. The way from
/// level to level is always the same, so that a plan gives the same pixels alone and among others.
///
/// Level 1 is as decoded. The others are multiplied by alpha where there is alpha.
final class Levels implements AutoCloseable {

  private final Scope scope;
  private final int finest;
  private final Map<Integer, Image> byShrink = new HashMap<>();

  private Levels(Scope scope, int finest, Image image) {
    this.scope = scope;
    this.finest = finest;
    byShrink.put(finest, image);
  }

  /// Decodes now. What is shrunk is never in memory at its full size.
  ///
  /// @param page which picture of the file, from 0
  /// @param finest the smallest shrink that will be asked for, a power of two
  static Levels decode(Vips vips, Loading loading, int page, int finest) {
    var kept = new Scope(vips);
    try (var passing = new Scope(vips)) {
      Image image = passing(loading, page, finest, passing).image();
      return new Levels(kept, finest, image.in(kept).inMemory());
    } catch (RuntimeException e) {
      kept.close();
      throw e;
    }
  }

  /// The one level that is needed, whose pixels are decoded while they are read, once and from top
  /// to bottom, and never all in memory.
  ///
  /// @param scope is not closed before the pixels are read
  static Level passing(Loading loading, int page, int shrink, Scope scope) {
    Image image = loading.page(scope, page, shrink);
    if (shrink > 1) {
      image = image.premultiplied();
    }
    for (int rest = shrink / loading.onLoad(shrink); rest > 1; rest /= 2) {
      image = image.halved();
    }
    return new Level(image, shrink, shrink > 1);
  }

  /// One frame of an animation, which is in memory already.
  ///
  /// @param scope is closed with the levels
  static Levels of(Scope scope, Image frame) {
    return new Levels(scope, 1, frame);
  }

  int finest() {
    return finest;
  }

  /// The coarsest one that will do for a shrink.
  Level fitting(int shrink) {
    return at(Math.max(finest, shrink));
  }

  /// @param shrink a power of two, at least [#finest]
  Level at(int shrink) {
    Image image = byShrink.get(shrink);
    if (image == null) {
      Level finer = at(shrink / 2);
      Image from = finer.multiplied ? finer.image : finer.image.premultiplied();
      image = from.halved().inMemory();
      byShrink.put(shrink, image);
    }
    return new Level(image, shrink, shrink > 1);
  }

  /// @param shrink pixels of the original across one of the image
  /// @param multiplied whether colours are multiplied by alpha, where there is alpha
  record Level(Image image, int shrink, boolean multiplied) {}

  @Override
  public void close() {
    scope.close();
  }
}
