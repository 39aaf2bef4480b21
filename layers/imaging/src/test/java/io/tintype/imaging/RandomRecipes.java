package io.tintype.imaging;

import io.tintype.imaging.Drawing.JoinChannels.Joined;
import io.tintype.imaging.Sizing.Fit;
import io.tintype.imaging.Sizing.Length;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Recipes, sources and findings at random, with a liking for the ends of every range.
record RandomRecipes(RandomGenerator random) {

  SourceInfo source() {
    boolean animated = random.nextInt(4) == 0;
    return new SourceInfo(
        pick(Format.values()),
        new Size(sourceSide(), sourceSide()),
        pick(Orientation.values()),
        animated ? 1 + random.nextInt(300) : 1,
        random.nextBoolean(),
        animated,
        1000);
  }

  Findings findings(Size source) {
    Optional<Box> trimmed = random.nextBoolean() ? Optional.of(box(source)) : Optional.empty();
    Optional<Findings.Point> attention =
        random.nextBoolean()
            ? Optional.of(
                new Findings.Point(
                    random.nextDouble(-9, source.width() + 9),
                    random.nextDouble(-9, source.height() + 9)))
            : Optional.empty();
    Optional<Raster> coarse =
        random.nextBoolean()
            ? Optional.of(
                Rasters.paint(1 + random.nextInt(20), 1 + random.nextInt(20), (x, y) -> x * y))
            : Optional.empty();
    List<Findings.Face> faces = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      faces.add(
          new Findings.Face(
              random.nextDouble(-0.3, 1.2),
              random.nextDouble(-0.3, 1.2),
              random.nextDouble(),
              random.nextDouble()));
    }
    return new Findings(trimmed, attention, coarse, faces);
  }

  Recipe recipe(Size source) {
    return new Recipe(
        new Input(random.nextBoolean() ? Integer.MAX_VALUE : 1, random.nextInt(4)),
        random.nextInt(3) == 0 ? Optional.of(new Trim(Trim.Corner.TOP_LEFT, 10)) : Optional.empty(),
        random.nextInt(3) == 0 ? Optional.of(crop()) : Optional.empty(),
        sizing(source),
        new Flips(random.nextBoolean(), random.nextBoolean()),
        edits(),
        new Output(
            random.nextBoolean() ? Optional.of(pick(Format.values())) : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Color.WHITE));
  }

  Sizing sizing(Size source) {
    return new Sizing(
        length(),
        length(),
        pick(Fit.values()),
        anchor(source),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextInt(4) > 0);
  }

  /// A box inside of a picture.
  Box box(Size size) {
    int left = random.nextInt(size.width());
    int top = random.nextInt(size.height());
    return new Box(
        left,
        top,
        1 + random.nextInt(size.width() - left),
        1 + random.nextInt(size.height() - top));
  }

  private int sourceSide() {
    return random.nextInt(5) == 0 ? 1 + random.nextInt(5) : 1 + random.nextInt(12_000);
  }

  private Length length() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> new Length.Auto();
      case 2 -> new Length.Original();
      case 3 ->
          random.nextBoolean()
              ? new Length.Pixels(1 + random.nextInt(3))
              : new Length.Fraction(3 * (1 - random.nextDouble()));
      case 4 -> new Length.Pixels(Integer.MAX_VALUE - random.nextInt(3));
      default -> new Length.Pixels(1 + random.nextInt(9_000));
    };
  }

  private Anchor anchor(Size source) {
    return switch (random.nextInt(5)) {
      case 0 -> new Anchor.Smart();
      case 4 -> new Anchor.Entropy();
      case 1 -> new Anchor.Focal(box(source));
      case 2 ->
          new Anchor.Focal(
              new Box(edge() & Integer.MAX_VALUE, 0, 1 + random.nextInt(99), Integer.MAX_VALUE));
      default -> new Anchor.Aligned(random.nextInt(3) / 2.0, random.nextDouble());
    };
  }

  private Crop crop() {
    return switch (random.nextInt(4)) {
      case 0 ->
          new Crop.Exact(
              random.nextInt(50),
              random.nextInt(50),
              1 + random.nextInt(99),
              1 + random.nextInt(99));
      case 1 -> new Crop.Face(random.nextInt(3), random.nextInt(-20, 200));
      case 2 -> new Crop.Pixels(edge(), edge(), edge(), edge());
      default ->
          new Crop.Fractions(
              random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble());
    };
  }

  private int edge() {
    return switch (random.nextInt(6)) {
      case 0 -> Integer.MIN_VALUE;
      case 1 -> Integer.MAX_VALUE;
      case 2 -> -random.nextInt(100);
      default -> random.nextInt(9_000);
    };
  }

  private List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      edits.add(edit());
    }
    return edits;
  }

  private Edit edit() {
    return switch (random.nextInt(15)) {
      case 14 -> joining();
      case 13 -> new Geometry.Affine(1, random.nextDouble(), -0.5, 2, Color.BLACK);
      case 11 -> new Geometry.Resize(resize());
      case 12 -> new Geometry.Flip(new Flips(random.nextBoolean(), random.nextBoolean()));
      case 6 -> new Geometry.Rotate(random.nextDouble(-360, 360), Color.BLACK);
      case 7 -> new Geometry.Cut(crop());
      case 8 ->
          new Geometry.Extend(
              border(), border(), border(), border(), pick(Geometry.Extend.With.values()));
      case 9 ->
          new Drawing.Redact(
              new Drawing.Redact.Areas.Faces(), new Drawing.Redact.Cover.Pixelated(8), true);
      case 10 ->
          new Drawing.Ellipse(
              Optional.of(random.nextInt(3_000)),
              Optional.empty(),
              Optional.of(1 + random.nextInt(3_000)),
              Optional.empty());
      case 0 -> new Geometry.QuarterTurn(1 + random.nextInt(3));
      case 1 -> new Geometry.Pad(border(), border(), border(), border(), Color.BLACK);
      case 2 ->
          new Geometry.PadTo(
              new Size(1 + random.nextInt(8_500), 1 + random.nextInt(8_500)), Color.WHITE);
      case 3 -> new Geometry.Proportion(1 - random.nextDouble());
      case 4 -> new Detail.Blur(3);
      default -> new Tone.Greyscale();
    };
  }

  private Edit joining() {
    Joined plane =
        new Joined.Plane(new Size(1 + random.nextInt(60), 40), Color.BLACK, random.nextBoolean());
    return new Drawing.JoinChannels(
        random.nextBoolean(),
        random.nextBoolean(),
        List.of(random.nextInt(3) == 0 ? plane : new Joined.Picture("other")));
  }

  private Sizing resize() {
    Fit fit = pick(Fit.values());
    return new Sizing(
        length(),
        length(),
        fit == Fit.CONTAIN ? Fit.COVER : fit,
        switch (random.nextInt(4)) {
          case 0 -> new Anchor.Smart();
          case 1 -> new Anchor.Entropy();
          default -> new Anchor.Aligned(random.nextDouble(), 0.5);
        },
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextInt(4) > 0);
  }

  private int border() {
    return random.nextInt(9) == 0 ? Integer.MAX_VALUE : random.nextInt(50);
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
