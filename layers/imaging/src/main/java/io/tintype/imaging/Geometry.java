package io.tintype.imaging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Edits that change the picture's size or where its pixels lie.
public sealed interface Geometry extends Edit {

  /// Clockwise quarter turns, 1..3.
  record QuarterTurn(int turns) implements Geometry {

    public QuarterTurn {
      Expect.that(turns >= 1 && turns <= 3, "1..3 quarter turns", turns);
    }

    @Override
    public Size after(Size before) {
      return turns % 2 == 0 ? before : before.turned();
    }
  }

  /// Turns clockwise about the middle onto a canvas that holds every corner. First by whole
  /// quarters, which moves pixels and nothing more, then by the rest. For the rest the canvas gets
  /// as many pixels on the left as on the right, and above as below, so that the middle of the
  /// picture is the middle of the canvas and engines needn't move it by half a pixel.
  ///
  /// @param degrees -360..360
  /// @param background of the canvas; what is transparent in the picture stays so
  record Rotate(double degrees, Color background) implements Geometry {

    /// Below this a side counts as whole, so that rounding doesn't add pixels.
    private static final double SLACK = 1e-6;

    public Rotate {
      Expect.between(-360, 360, degrees, "a rotation in degrees");
    }

    /// 0..3, clockwise.
    public int quarterTurns() {
      return Math.floorMod((int) Math.rint(degrees / 90), 4);
    }

    /// What is left to turn after the quarters, -45..45 degrees.
    public double rest() {
      return degrees - 90 * Math.rint(degrees / 90);
    }

    @Override
    public Size after(Size before) {
      Size upright = QuarterTurns.turn(before, quarterTurns());
      double sin = Math.abs(Math.sin(Math.toRadians(rest())));
      double cos = Math.abs(Math.cos(Math.toRadians(rest())));
      double width = upright.width() * cos + upright.height() * sin;
      double height = upright.width() * sin + upright.height() * cos;
      return new Size(
          evenly(upright.width(), width - SLACK), evenly(upright.height(), height - SLACK));
    }

    /// At least the needed length, and changed by as much at both ends.
    private static int evenly(int length, double needed) {
      return (int) Math.min(Integer.MAX_VALUE, length + 2 * Math.ceil((needed - length) / 2));
    }
  }

  /// Moves what lies at x, y, counted from the upper left corner, to a x + b y, c x + d y, onto a
  /// canvas that holds every corner, its sides rounded; bilinearly, as sharp's `affine` with
  /// another interpolation.
  ///
  /// @param a -100..100, like the others; a d - b c is at least 0.0001 or at most -0.0001
  /// @param background of the canvas
  record Affine(double a, double b, double c, double d, Color background) implements Geometry {

    private static final double LEAST_AREA = 1e-4;

    public Affine {
      for (double number : new double[] {a, b, c, d}) {
        Expect.between(-100, 100, number, "numbers of a matrix");
      }
      Expect.that(
          Math.abs(a * d - b * c) >= LEAST_AREA,
          "a matrix that doesn't flatten the picture",
          a + ", " + b + ", " + c + ", " + d);
    }

    @Override
    public Size after(Size before) {
      double width = before.width() * Math.abs(a) + before.height() * Math.abs(b);
      double height = before.width() * Math.abs(c) + before.height() * Math.abs(d);
      return new Size((int) Math.max(1, Math.rint(width)), (int) Math.max(1, Math.rint(height)));
    }

    /// Where the canvas begins, in pixels to the right of where the upper left corner comes to lie.
    public int left(Size before) {
      return begin(before.width() * a, before.height() * b);
    }

    /// The same downwards.
    public int top(Size before) {
      return begin(before.width() * c, before.height() * d);
    }

    private static int begin(double one, double other) {
      return (int) Math.rint(Math.min(0, one) + Math.min(0, other));
    }
  }

  /// Mirrors the picture.
  record Flip(Flips flips) implements Geometry {}

  /// Gives the picture another size by the rules for the source's. For what has to come after an
  /// edit; a recipe's own sizing is done while the source is decoded.
  ///
  /// @param sizing with any anchor that doesn't count in the source, and any fit but
  ///     [Sizing.Fit#CONTAIN], which is one that fits inside followed by a [PadTo]
  /// @param part of the picture that is kept, where it is known
  record Resize(Sizing sizing, Optional<Box> part) implements Geometry {

    /// A look at a picture of this side is enough to find where the detail is.
    private static final int COARSE_SIDE = 200;

    public Resize {
      boolean ofSource =
          sizing.anchor() instanceof Anchor.Focal || sizing.anchor() instanceof Anchor.FocalPoint;
      Expect.that(!ofSource, "an anchor that doesn't count in the source", sizing.anchor());
      Expect.that(sizing.fit() != Sizing.Fit.CONTAIN, "a fit without padding", sizing.fit());
    }

    public Resize(Sizing sizing) {
      this(sizing, Optional.empty());
    }

    @Override
    public Size after(Size before) {
      Scaling scaling = scaling(before, Keeping.around(new Findings.Point(0, 0)));
      return new Size(Math.toIntExact(scaling.width()), Math.toIntExact(scaling.height()));
    }

    /// What is brought to that size, in pixels of the picture before.
    ///
    /// @param coarse makes that picture a small one, where the anchor depends on what it shows; of
    ///     the size that it is given
    public Box kept(Size before, Function<Size, Raster> coarse) {
      Keeping keeping =
          (region, part) -> {
            Findings findings = findings(before, coarse);
            var nobody = new FaceAreas(before, List.of());
            return Region.whole(before).keeping(sizing.anchor(), findings, nobody).of(region, part);
          };
      return part.orElseGet(() -> scaling(before, keeping).cut());
    }

    private Findings findings(Size before, Function<Size, Raster> coarse) {
      if (sizing.anchor() instanceof Anchor.Aligned) {
        return Findings.NONE;
      }
      Raster small = coarse.apply(before.fitted(COARSE_SIDE));
      return new Findings(
          Optional.empty(),
          Optional.of(Attention.of(small, before)),
          Optional.of(small),
          List.of());
    }

    /// The same where faces are known: they are kept, as far as there is room.
    Resize around(FaceAreas faces) {
      if (!(sizing.anchor() instanceof Anchor.Smart) || faces.areas().isEmpty()) {
        return this;
      }
      Scaling scaling = scaling(faces.picture(), new FaceKeeping(faces.areas()));
      return new Resize(sizing, Optional.of(scaling.cut()));
    }

    private Scaling scaling(Size before, Keeping keeping) {
      return Scaling.of(sizing, before, keeping);
    }
  }

  /// Likewise, by a kernel that the caller names. Where the picture is enlarged the kernels beyond
  /// [Kernel#LINEAR] are all cubic.
  record Resample(Resize resize, Kernel kernel) implements Geometry {

    @Override
    public Size after(Size before) {
      return resize.after(before);
    }
  }

  /// Keeps one part of the picture. What lies outside is cut off; a box with nothing left is
  /// ignored, except for [Crop.Exact]. For a [Crop.Face] a plan has the box.
  record Cut(Crop area) implements Geometry {

    @Override
    public Size after(Size before) {
      return box(before).size();
    }

    /// What is kept, in pixels of the picture before.
    ///
    /// @throws TintypeException BAD_REQUEST when a [Crop.Exact] reaches outside
    public Box box(Size before) {
      var unknown = new FaceAreas(before, List.of());
      return Region.cut(area, unknown, Box.of(before)).orElse(Box.of(before));
    }
  }

  /// Adds a border of one colour; every side in pixels, 0 or more.
  record Pad(int left, int top, int right, int bottom, Color color) implements Geometry {

    public Pad {
      int least = Math.min(Math.min(left, top), Math.min(right, bottom));
      Expect.that(least >= 0, "borders of 0 pixels or more", least);
    }

    @Override
    public Size after(Size before) {
      return before.grown(left, top, right, bottom);
    }
  }

  /// Adds a border made of the picture itself; every side in pixels, 0 or more.
  record Extend(int left, int top, int right, int bottom, With with) implements Geometry {

    public Extend {
      int least = Math.min(Math.min(left, top), Math.min(right, bottom));
      Expect.that(least >= 0, "borders of 0 pixels or more", least);
    }

    /// What the border shows; words as in sharp's `extendWith`.
    public enum With {
      /// The nearest pixel of the edge.
      COPY,
      /// The picture again and again.
      REPEAT,
      /// The picture mirrored at its edge, again and again.
      MIRROR
    }

    @Override
    public Size after(Size before) {
      return before.grown(left, top, right, bottom);
    }
  }

  /// Pads to at least the box; a picture that is larger on a side keeps that side. Where the place
  /// is not whole the odd pixel goes right or below.
  ///
  /// @param place of the picture in the box
  /// @param adaptive exchange the sides of the box where [Sizing#adaptive()] would exchange the
  ///     wanted ones; in a plan this has been done and is false
  record PadTo(Size box, Anchor.Aligned place, Fill fill, boolean adaptive) implements Geometry {

    public PadTo(Size box, Anchor.Aligned place, Fill fill) {
      this(box, place, fill, /* adaptive= */ false);
    }

    public PadTo(Size box, Color color) {
      this(box, Anchor.CENTER, new Fill.Plain(color));
    }

    @Override
    public Size after(Size before) {
      return new Size(
          Math.max(before.width(), box.width()), Math.max(before.height(), box.height()));
    }

    /// Where the picture comes to lie.
    public Box inside(Size before) {
      Size after = after(before);
      return new Box(
          (int) Math.floor((after.width() - before.width()) * place.x()),
          (int) Math.floor((after.height() - before.height()) * place.y()),
          before.width(),
          before.height());
    }
  }

  /// Scales the picture by a factor in (0, 1]; parts of a pixel are dropped, as thumbor does.
  record Proportion(double factor) implements Geometry {

    public Proportion {
      Expect.that(factor > 0 && factor <= 1, "a proportion above 0 and at most 1", factor);
    }

    @Override
    public Size after(Size before) {
      return new Size(
          Math.max(1, (int) (before.width() * factor)),
          Math.max(1, (int) (before.height() * factor)));
    }
  }
}
