package io.tintype.vips;

import io.tintype.imaging.Box;
import io.tintype.imaging.Format;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The frames of an animation, each of them as a viewer shows it, and how long and how often they
/// are shown. They are decoded when they are asked for, which is once and from the first to the
/// last.
///
/// @param roll all frames, one below the other
/// @param delaysMillis may be fewer than there are frames
/// @param plays how often all is shown, 0 without end
@SuppressWarnings("ArrayRecordComponent") // never compared
record Animation(Scope scope, Image roll, Size canvas, int[] delaysMillis, int plays)
    implements AutoCloseable {

  /// GIF, whose files count repetitions, can say one more; 65,536 would be 0, which is no end.
  private static final int MOST_PLAYS_OF_WEBP = 65_535;

  /// 200 MB, with alpha.
  private static final long PASS_PIXELS = 50_000_000;

  /// @param first frame, from 0
  static Animation open(Vips vips, Loading loading, int first, int frames) {
    var kept = new Scope(vips);
    try {
      Image roll = loading.frames(kept, first, frames);
      return new Animation(
          kept,
          roll,
          loading.decoded(),
          delays(Metadata.numbers(roll, Metadata.DELAY), first),
          Metadata.number(roll, Metadata.LOOP, 1));
    } catch (RuntimeException e) {
      kept.close();
      throw e;
    }
  }

  /// libvips gives the delays of all frames of the file, or none.
  private static int[] delays(int[] all, int first) {
    return Arrays.copyOfRange(all, Math.min(first, all.length), all.length);
  }

  Levels frame(int index) {
    var own = new Scope(scope.vips());
    var box = new Box(0, index * canvas.height(), canvas.width(), canvas.height());
    try {
      return Levels.of(
          own, Stage.DECODE.run("The animation", () -> roll.in(own).crop(box).inMemory()));
    } catch (TintypeException e) {
      own.close();
      throw e;
    }
  }

  /// Plans that are rendered in one pass through the frames: as many as there is room for their
  /// frames, of which all are kept until they are encoded.
  static List<List<Plan>> passes(List<Plan> plans) {
    List<List<Plan>> passes = new ArrayList<>();
    long room = 0;
    for (Plan plan : plans) {
      long pixels = plan.result().pixels() * plan.frames();
      if (passes.isEmpty() || pixels > room) {
        passes.add(new ArrayList<>());
        room = PASS_PIXELS;
      }
      passes.getLast().add(plan);
      room -= pixels;
    }
    return passes;
  }

  /// Finished frames as the picture that savers take for an animation.
  Image joined(List<Image> frames, Plan plan, Scope owner) {
    boolean alpha = frames.stream().anyMatch(Image::alpha);
    List<Image> alike =
        alpha ? frames.stream().map(frame -> frame.in(owner).withAlpha()).toList() : frames;
    Image joined = Image.column(owner, alike);
    int[] delays = Arrays.copyOf(delaysMillis, frames.size());
    Metadata.set(joined, Metadata.PAGE_HEIGHT, plan.result().height());
    Metadata.set(joined, Metadata.DELAY, delays);
    Metadata.set(joined, Metadata.LOOP, plan.format() == Format.WEBP ? webpPlays() : plays);
    return joined;
  }

  private int webpPlays() {
    return Math.min(plays, MOST_PLAYS_OF_WEBP);
  }

  @Override
  public void close() {
    scope.close();
  }
}
