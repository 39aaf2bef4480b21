package io.tintype.requests.sih;

import static java.util.Map.entry;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Color;
import io.tintype.imaging.Fill;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Kernel;
import io.tintype.imaging.Size;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Sizing.Fit;
import io.tintype.imaging.Sizing.Length;
import io.tintype.imaging.TintypeException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `edits.resize`: sharp's options, and Serverless Image Handler's `ratio`.
///
/// @param width in pixels, if asked for
/// @param ratio of the source's sides; 0 without
/// @param background of the box with [Fit#CONTAIN]
/// @param kernel if it is another one than sharp's own, Lanczos with three lobes
record ResizeEdit(
    Optional<Integer> width,
    Optional<Integer> height,
    double ratio,
    Fit fit,
    Anchor anchor,
    Color background,
    boolean enlarge,
    boolean reduce,
    Optional<Kernel> kernel) {

  /// No resizing at all.
  static final ResizeEdit NONE =
      new ResizeEdit(
          Optional.empty(),
          Optional.empty(),
          0,
          Fit.COVER,
          Anchor.CENTER,
          Color.BLACK,
          /* enlarge= */ true,
          /* reduce= */ true,
          /* kernel= */ Optional.empty());

  private static final int LARGEST_SIDE = 1_000_000;

  private static final Map<String, Fit> FITS =
      Map.of(
          "cover", Fit.COVER,
          "contain", Fit.CONTAIN,
          "fill", Fit.FILL,
          "inside", Fit.INSIDE,
          "outside", Fit.OUTSIDE);

  /// sharp's words for places, and its numbers for them.
  static final Map<String, Anchor.Aligned> PLACES =
      Map.ofEntries(
          entry("centre", Anchor.CENTER),
          entry("center", Anchor.CENTER),
          entry("0", Anchor.CENTER),
          entry("north", new Anchor.Aligned(0.5, 0)),
          entry("top", new Anchor.Aligned(0.5, 0)),
          entry("1", new Anchor.Aligned(0.5, 0)),
          entry("east", new Anchor.Aligned(1, 0.5)),
          entry("right", new Anchor.Aligned(1, 0.5)),
          entry("2", new Anchor.Aligned(1, 0.5)),
          entry("south", new Anchor.Aligned(0.5, 1)),
          entry("bottom", new Anchor.Aligned(0.5, 1)),
          entry("3", new Anchor.Aligned(0.5, 1)),
          entry("west", new Anchor.Aligned(0, 0.5)),
          entry("left", new Anchor.Aligned(0, 0.5)),
          entry("4", new Anchor.Aligned(0, 0.5)),
          entry("northeast", new Anchor.Aligned(1, 0)),
          entry("right top", new Anchor.Aligned(1, 0)),
          entry("5", new Anchor.Aligned(1, 0)),
          entry("southeast", new Anchor.Aligned(1, 1)),
          entry("right bottom", new Anchor.Aligned(1, 1)),
          entry("6", new Anchor.Aligned(1, 1)),
          entry("southwest", new Anchor.Aligned(0, 1)),
          entry("left bottom", new Anchor.Aligned(0, 1)),
          entry("7", new Anchor.Aligned(0, 1)),
          entry("northwest", new Anchor.Aligned(0, 0)),
          entry("left top", new Anchor.Aligned(0, 0)),
          entry("8", new Anchor.Aligned(0, 0)));

  private static final Map<String, Anchor> STRATEGIES =
      Map.of(
          "entropy", new Anchor.Entropy(),
          "16", new Anchor.Entropy(),
          "attention", new Anchor.Smart(),
          "17", new Anchor.Smart());

  private static final Map<String, Kernel> KERNELS =
      Stream.of(Kernel.values())
          .collect(Collectors.toMap(kernel -> kernel.name().toLowerCase(Locale.ROOT), k -> k));

  /// @throws TintypeException BAD_REQUEST
  static ResizeEdit read(Value value) {
    Fields fields = value.fields();
    // How the engine decodes is its own affair.
    fields.indifferent("fastShrinkOnLoad");
    double ratio = fields.get("ratio").map(ResizeEdit::ratio).orElse(0.0);
    Optional<Integer> width = fields.get("width").map(ResizeEdit::side);
    Optional<Integer> height = fields.get("height").map(ResizeEdit::side);
    boolean multiply = ratio > 0 && width.isPresent() && height.isPresent();
    boolean proportional = ratio > 0 && !multiply;
    String place = value.place();
    ResizeEdit resize =
        new ResizeEdit(
            proportional
                ? Optional.empty()
                : width.map(side -> times(side, multiply, ratio, place)),
            proportional
                ? Optional.empty()
                : height.map(side -> times(side, multiply, ratio, place)),
            proportional ? ratio : 0,
            fields
                .get("fit")
                .map(fit -> fit.oneOf(FITS))
                .orElse(ratio > 0 ? Fit.INSIDE : Fit.COVER),
            fields
                .get("position", "gravity", "strategy")
                .map(ResizeEdit::anchor)
                .orElse(Anchor.CENTER),
            fields.get("background").map(Value::color).orElse(Color.BLACK),
            !fields.flag("withoutEnlargement"),
            !fields.flag("withoutReduction"),
            fields
                .get("kernel")
                .map(kernel -> kernel.oneOf(KERNELS))
                .filter(kernel -> kernel != Kernel.LANCZOS3));
    fields.close();
    return resize.expected() ? resize : NONE;
  }

  private static int side(Value value) {
    double side = Math.floor(value.number() + 0.5);
    if (!(side >= 1 && side <= LARGEST_SIDE)) {
      throw Wrong.coded(
          "InvalidResizeException", value.place(), "1.." + LARGEST_SIDE + " pixels", value.shown());
    }
    return (int) side;
  }

  private static int times(int side, boolean multiply, double ratio, String place) {
    double product = multiply ? Math.floor(side * ratio + 0.5) : side;
    if (!(product >= 1 && product <= LARGEST_SIDE)) {
      throw Wrong.coded(
          "InvalidResizeException",
          place,
          "sides of 1.." + LARGEST_SIDE + " pixels after the ratio",
          String.valueOf(product));
    }
    return (int) product;
  }

  private static double ratio(Value value) {
    double ratio = value.number();
    if (!(ratio >= 0 && ratio <= 100)) {
      throw Wrong.coded("InvalidResizeException", value.place(), "0..100", value.shown());
    }
    return ratio;
  }

  private static Anchor anchor(Value value) {
    Anchor strategy = STRATEGIES.get(value.shown());
    return strategy != null ? strategy : value.oneOf(PLACES);
  }

  /// Whether anything is to be resized, which decides what comes before and what after it.
  boolean expected() {
    return width.isPresent() || height.isPresent() || ratio > 0;
  }

  /// The same for a picture that will be turned afterwards.
  ResizeEdit turned(int quarterTurns) {
    return quarterTurns % 2 == 0
        ? this
        : new ResizeEdit(
            /* width= */ height,
            /* height= */ width,
            ratio,
            fit,
            anchor,
            background,
            enlarge,
            reduce,
            kernel);
  }

  /// How the source is brought to size. Padding is left to [#padding()].
  Sizing sizing(Anchor around) {
    return new Sizing(
        length(width),
        length(height),
        fit == Fit.CONTAIN ? Fit.INSIDE : fit,
        around,
        /* adaptive= */ false,
        enlarge,
        reduce);
  }

  /// Scaled so far that it covers the box, with nothing cut off yet.
  Sizing withoutCrop() {
    return new Sizing(
        length(width),
        length(height),
        fit == Fit.COVER ? Fit.OUTSIDE : sizing(Anchor.CENTER).fit(),
        Anchor.CENTER,
        /* adaptive= */ false,
        enlarge,
        reduce);
  }

  private Length length(Optional<Integer> side) {
    if (ratio > 0) {
      return new Length.Fraction(ratio);
    }
    return side.<Length>map(Length.Pixels::new).orElse(new Length.Auto());
  }

  /// The border that fills the box with [Fit#CONTAIN].
  Optional<Geometry.PadTo> padding() {
    if (fit != Fit.CONTAIN || (width.isEmpty() && height.isEmpty())) {
      return Optional.empty();
    }
    Anchor.Aligned place = anchor instanceof Anchor.Aligned aligned ? aligned : Anchor.CENTER;
    return Optional.of(
        new Geometry.PadTo(
            new Size(width.orElse(1), height.orElse(1)), place, new Fill.Plain(background)));
  }
}
