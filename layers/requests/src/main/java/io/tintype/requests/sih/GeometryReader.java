package io.tintype.requests.sih;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Color;
import io.tintype.imaging.Crop;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Sizing.Fit;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Trim;
import io.tintype.requests.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what `edits` says of shape and size. The order is sharp's: trim, extract, scale, mirror,
/// turn by right angles, crop or pad to the box, turn by other angles, extract again. A `rotate`
/// that is written before `resize`, `extract` or `trim` comes first of all there.
final class GeometryReader {

  private static final int LARGEST_TRIM = 442;
  private static final int ANY = Integer.MAX_VALUE;

  private final Fields edits;
  private final List<String> order;
  private final ResizeEdit resize;
  private final double angle;
  private final Flips flips;
  private final Optional<Trim> trim;
  private final Extractions extractions;
  private final Optional<Drawing.JoinChannels> joining;

  private GeometryReader(Fields edits) {
    this.edits = edits;
    this.order = edits.names();
    this.resize = asked("resize").map(ResizeEdit::read).orElse(ResizeEdit.NONE);
    this.angle = asked("rotate").map(GeometryReader::degrees).orElse(0.0);
    this.flips = new Flips(asked("flop").isPresent(), asked("flip").isPresent());
    this.trim =
        asked("trim").map(value -> Wrong.named(value.place(), () -> GeometryReader.trim(value)));
    this.extractions =
        Extractions.read(edits, order, resize.expected() ? order.indexOf("resize") : ANY);
    this.joining = asked("joinChannel").map(this::joined);
  }

  /// @throws TintypeException BAD_REQUEST
  static GeometryEdits read(Fields edits) {
    return new GeometryReader(edits).geometry();
  }

  private Optional<Value> asked(String name) {
    return edits.get(name).filter(value -> !value.isFalse());
  }

  private GeometryEdits geometry() {
    boolean right = angle % 90 == 0;
    if (angle != 0 && turnsFirst()) {
      return right ? turnedFirst() : rotatedFirst();
    }
    return angle != 0 && right ? turnedLast() : turnedFirst();
  }

  private boolean turnsFirst() {
    int at = order.indexOf("rotate");
    return (resize.expected() && at < order.indexOf("resize"))
        || (trim.isPresent() && at < order.indexOf("trim"))
        || at < extractions.firstIndex();
  }

  /// Everything fits into the recipe's places, and other angles come after them. A crop does not,
  /// where sharp makes it after a trim or in the mirrored picture: then the rest are edits too.
  private GeometryEdits turnedFirst() {
    int turns = angle % 90 == 0 ? turns() : 0;
    // sharp mirrors before it turns
    Flips after =
        turns % 2 == 0
            ? flips
            : new Flips(/* horizontal= */ flips.vertical(), /* vertical= */ flips.horizontal());
    boolean mirroredFirst = turns != 0 && !after.equals(Flips.NONE);
    Optional<Crop> crop = extractions.ofSource().<Crop>map(area -> area).or(this::faceFirst);
    boolean late = byKernel() || (crop.isPresent() && (mirroredFirst || trim.isPresent()));
    List<Edit> steps = new ArrayList<>();
    Anchor around = mirroredFirst && late ? resize.anchor() : mirrored(resize.anchor(), after);
    if (late) {
      crop.ifPresent(area -> steps.add(new Geometry.Cut(area)));
      addResized(steps, sizing(around));
      if (!mirroredFirst && !after.equals(Flips.NONE)) {
        steps.add(new Geometry.Flip(after));
      }
    }
    addJoined(steps);
    resize.padding().ifPresent(steps::add);
    if (angle % 90 != 0) {
      steps.add(new Geometry.Rotate(angle, Color.BLACK));
    }
    addLast(steps);
    return new GeometryEdits(
        turns,
        trim,
        late ? Optional.empty() : crop,
        late ? Sizing.NONE : sizing(around),
        late && !mirroredFirst ? Flips.NONE : after,
        steps);
  }

  /// By an angle that is not right: sharp mirrors, turns, and then does everything else.
  private GeometryEdits rotatedFirst() {
    if (trim.isPresent()) {
      throw Wrong.at(
          edits.at("rotate"),
          "a multiple of 90 together with trim",
          edits.require("rotate").shown());
    }
    List<Edit> steps = new ArrayList<>();
    steps.add(new Geometry.Rotate(angle, Color.BLACK));
    extractions.ofSource().ifPresent(area -> steps.add(new Geometry.Cut(area)));
    addResized(steps, sizing(resize.anchor()));
    addJoined(steps);
    resize.padding().ifPresent(steps::add);
    addLast(steps);
    return new GeometryEdits(0, trim, Optional.empty(), Sizing.NONE, flips, steps);
  }

  /// A recipe's own sizing knows no kernels.
  private boolean byKernel() {
    return resize.kernel().isPresent();
  }

  /// Behind another edit.
  private void addResized(List<Edit> steps, Sizing sizing) {
    if (sizing.anchor() instanceof Anchor.Entropy && asked("smartCrop").isPresent()) {
      throw Wrong.at(
          edits.at("resize"),
          "another position than entropy together with smartCrop and trim, rotate or joinChannel",
          "entropy");
    }
    if (resize.expected()) {
      var resized = new Geometry.Resize(sizing);
      steps.add(
          resize
              .kernel()
              .<Edit>map(kernel -> new Geometry.Resample(resized, kernel))
              .orElse(resized));
    }
  }

  /// How the picture is brought to size, which sharp does in two steps where it joins channels.
  private Sizing sizing(Anchor around) {
    return joining.isPresent() ? resize.withoutCrop() : resize.sizing(around);
  }

  private void addJoined(List<Edit> steps) {
    joining.ifPresent(
        join -> {
          steps.add(join);
          addCrop(steps);
        });
  }

  /// To the box, from a picture that covers it.
  private void addCrop(List<Edit> steps) {
    if (!crops()) {
      return;
    }
    if (resize.anchor() instanceof Anchor.Aligned place) {
      steps.add(
          new Geometry.Cut(
              new Crop.AtMost(resize.width().orElse(ANY), resize.height().orElse(ANY), place)));
    } else {
      addResized(steps, resize.sizing(resize.anchor()));
    }
  }

  private boolean crops() {
    return resize.fit() == Fit.COVER && resize.expected() && resize.ratio() == 0;
  }

  private Drawing.JoinChannels joined(Value value) {
    boolean grey = asked("greyscale").or(() -> asked("grayscale")).isPresent();
    boolean alpha = asked("flatten").isEmpty();
    return Wrong.named(value.place(), () -> JoinChannelEdit.read(value, grey, alpha));
  }

  /// sharp scales for the box as it is, turns, and then crops to it, which may leave less than the
  /// box: 800x533 that cover 200x100 and are turned by 90 degrees become 133x100. Where the crop is
  /// to find the interesting part it fills the box here.
  private GeometryEdits turnedLast() {
    boolean finds = crops() && !(resize.anchor() instanceof Anchor.Aligned);
    Sizing sizing =
        finds && joining.isEmpty()
            ? resize.turned(turns()).sizing(resize.anchor())
            : resize.withoutCrop();
    List<Edit> steps = new ArrayList<>();
    Optional<Crop> crop = extractions.ofSource().map(area -> area);
    boolean late = byKernel() || (crop.isPresent() && trim.isPresent());
    if (late) {
      crop.ifPresent(area -> steps.add(new Geometry.Cut(area)));
      addResized(steps, sizing);
      if (!flips.equals(Flips.NONE)) {
        steps.add(new Geometry.Flip(flips));
      }
    }
    steps.add(new Geometry.QuarterTurn(turns()));
    joining.ifPresent(steps::add);
    if (joining.isPresent() || !finds) {
      addCrop(steps);
    }
    resize.padding().ifPresent(steps::add);
    addLast(steps);
    return new GeometryEdits(
        0,
        trim,
        late ? Optional.empty() : crop,
        late ? Sizing.NONE : sizing,
        late ? Flips.NONE : flips,
        steps);
  }

  private void addLast(List<Edit> steps) {
    extractions.ofResult().ifPresent(area -> steps.add(new Geometry.Cut(area)));
    if (faceFirst().isEmpty()) {
      asked("smartCrop").ifPresent(value -> steps.add(new Geometry.Cut(face(value))));
    }
  }

  /// The face is cut out before it is resized, so that the result has the size that was asked
  /// for. Serverless Image Handler cuts it out of the resized picture, which leaves any size: so
  /// does its dialect, and so it stays where trim, extract, flips or a turn come into it too.
  private Optional<Crop> faceFirst() {
    boolean alone =
        trim.isEmpty()
            && extractions.ofSource().isEmpty()
            && flips.equals(Flips.NONE)
            && angle % 360 == 0;
    return edits.dialect() != Dialect.SIH && resize.expected() && alone
        ? asked("smartCrop").map(GeometryReader::face)
        : Optional.empty();
  }

  /// Clockwise, 1..3.
  private int turns() {
    return Math.floorMod((int) (angle / 90), 4);
  }

  /// sharp crops the mirrored picture; a recipe mirrors the cropped one.
  private static Anchor mirrored(Anchor anchor, Flips flips) {
    if (!(anchor instanceof Anchor.Aligned(double x, double y))) {
      return anchor;
    }
    return new Anchor.Aligned(flips.horizontal() ? 1 - x : x, flips.vertical() ? 1 - y : y);
  }

  /// 0 for everything that means upright, which pictures are anyway.
  private static double degrees(Value value) {
    boolean upright = value.isTrue() || List.of("", "null").contains(value.shown());
    return upright ? 0 : value.number() % 360;
  }

  /// sharp's threshold is the largest difference of a channel; a grey of that difference is
  /// sqrt(3) times as far away by a [Trim]'s measure.
  private static Trim trim(Value value) {
    double threshold = 10;
    int margin = 0;
    Trim.Reference reference = Trim.Corner.TOP_LEFT;
    if (value.isNumber()) {
      threshold = value.number();
    } else if (!value.isTrue()) {
      Fields fields = value.fields();
      fields.indifferent("lineArt");
      threshold = fields.get("threshold").map(Value::number).orElse(threshold);
      reference =
          fields
              .get("background")
              .<Trim.Reference>map(color -> new Trim.Given(color.color()))
              .orElse(reference);
      margin = fields.get("margin").map(Value::whole).orElse(margin);
      fields.close();
    }
    if (!(threshold >= 0)) {
      throw value.wrong("a threshold of 0 or more");
    }
    double tolerance = Math.min(LARGEST_TRIM, Math.rint(threshold * Math.sqrt(3)));
    return new Trim(reference, (int) tolerance, margin);
  }

  private static Crop.Face face(Value value) {
    if (value.isTrue()) {
      return new Crop.Face(0, 0);
    }
    Fields fields = value.fields();
    int index = fields.get("faceIndex").map(Value::whole).orElse(0);
    int padding = fields.get("padding").map(Value::whole).orElse(0);
    fields.close();
    if (index < 0) {
      throw Wrong.coded(
          "SmartCrop::FaceIndexOutOfRange", fields.at("faceIndex"), "0 or more", "" + index);
    }
    return new Crop.Face(index, padding);
  }
}
