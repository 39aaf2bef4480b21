package io.tintype.requests.sih;

import static java.util.Map.entry;

import io.tintype.imaging.Color;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Tone;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What single keys of `edits` mean for pixels, with sharp's defaults.
final class PixelEdits {

  private static final Map<String, Tone.Bitwise> BITWISE =
      Map.of("and", Tone.Bitwise.AND, "or", Tone.Bitwise.OR, "eor", Tone.Bitwise.EOR);

  private static final Map<String, Tone.Channel> CHANNELS =
      Map.ofEntries(
          entry("red", Tone.Channel.RED),
          entry("0", Tone.Channel.RED),
          entry("green", Tone.Channel.GREEN),
          entry("1", Tone.Channel.GREEN),
          entry("blue", Tone.Channel.BLUE),
          entry("2", Tone.Channel.BLUE),
          entry("alpha", Tone.Channel.ALPHA),
          entry("3", Tone.Channel.ALPHA));

  private PixelEdits() {}

  static Edit flatten(Value value) {
    if (value.isTrue()) {
      return new Drawing.Background(Color.BLACK);
    }
    Fields fields = value.fields();
    Color color = fields.get("background").map(Value::color).orElse(Color.BLACK);
    fields.close();
    return new Drawing.Background(Color.opaque(color.red(), color.green(), color.blue()));
  }

  /// sharp takes the grey of linear light. Without its chroma, so does a picture in CIE Lab.
  static Edit greyscale() {
    return new Tone.Modulate(1, 0, 0, 0);
  }

  /// Four numbers, or two rows of two.
  static Edit affine(Value value) {
    List<Value> given = value.list();
    List<Double> matrix =
        given.size() == 2
            ? given.stream().flatMap(row -> row.numbers().stream()).toList()
            : value.numbers();
    if (matrix.size() != 4) {
      throw value.wrong("4 numbers, or 2 lists of 2");
    }
    return new Geometry.Affine(
        matrix.get(0), matrix.get(1), matrix.get(2), matrix.get(3), Color.BLACK);
  }

  static Optional<Edit> extend(Value value) {
    if (value.isNumber()) {
      int side = value.whole();
      return Optional.of(new Geometry.Pad(side, side, side, side, Color.BLACK));
    }
    Fields fields = value.fields();
    int left = fields.get("left").map(Value::whole).orElse(0);
    int top = fields.get("top").map(Value::whole).orElse(0);
    int right = fields.get("right").map(Value::whole).orElse(0);
    int bottom = fields.get("bottom").map(Value::whole).orElse(0);
    Color color = fields.get("background").map(Value::color).orElse(Color.BLACK);
    String with =
        fields
            .get("extendWith")
            .map(
                word ->
                    word.oneOf(
                        Map.of(
                            "background",
                            "",
                            "copy",
                            "COPY",
                            "repeat",
                            "REPEAT",
                            "mirror",
                            "MIRROR")))
            .orElse("");
    fields.close();
    if (left == 0 && top == 0 && right == 0 && bottom == 0) {
      return Optional.empty();
    }
    return Optional.of(
        with.isEmpty()
            ? new Geometry.Pad(left, top, right, bottom, color)
            : new Geometry.Extend(left, top, right, bottom, Geometry.Extend.With.valueOf(with)));
  }

  static Edit median(Value value) {
    return new Detail.Median(value.isTrue() ? 3 : value.whole());
  }

  /// sharp has no threshold of 0.
  static Optional<Edit> threshold(Value value) {
    int level = value.isTrue() ? 128 : value.whole();
    return level == 0
        ? Optional.empty()
        : Optional.of(new Tone.Threshold(level, /* greyscale= */ true));
  }

  /// Without a sigma, the mean of three by three pixels.
  static Edit blur(Value value) {
    if (value.isTrue()) {
      return new Detail.Convolve(3, 3, List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0), 9, 0);
    }
    double sigma;
    if (value.isObject()) {
      Fields fields = value.fields();
      fields.indifferent("precision", "minAmplitude");
      sigma = fields.require("sigma").number();
      fields.close();
    } else {
      sigma = value.number();
    }
    if (sigma < 0.3) {
      throw value.wrong("a sigma 0.3..150");
    }
    return new Detail.Blur(sigma);
  }

  static Edit convolve(Value value) {
    Fields fields = value.fields();
    List<Double> kernel = fields.require("kernel").numbers();
    double sum = kernel.stream().mapToDouble(Double::doubleValue).sum();
    double scale = fields.get("scale").map(Value::number).orElse(sum);
    double offset = fields.get("offset").map(Value::number).orElse(0.0);
    Edit edit =
        new Detail.Convolve(
            fields.require("width").whole(),
            fields.require("height").whole(),
            kernel,
            Math.max(1, scale),
            offset);
    fields.close();
    return edit;
  }

  static Edit recomb(Value value) {
    List<Value> rows = value.list();
    boolean square = rows.size() == 3 && rows.stream().allMatch(row -> row.list().size() == 3);
    if (!square) {
      throw value.wrong("3 lists of 3 numbers");
    }
    return new Tone.Recomb(rows.stream().flatMap(row -> row.numbers().stream()).toList());
  }

  static Edit modulate(Value value) {
    Fields fields = value.fields();
    Edit edit =
        new Tone.Modulate(
            fields.get("brightness").map(Value::number).orElse(1.0),
            fields.get("saturation").map(Value::number).orElse(1.0),
            fields.get("hue").map(Value::number).orElse(0.0) % 360,
            fields.get("lightness").map(Value::number).orElse(0.0));
    fields.close();
    return edit;
  }

  /// Without a sigma, sharp's quick kernel.
  static Edit sharpen(Value value) {
    if (value.isTrue()) {
      List<Double> kernel = List.of(-1.0, -1.0, -1.0, -1.0, 32.0, -1.0, -1.0, -1.0, -1.0);
      return new Detail.Convolve(3, 3, kernel, 24, 0);
    }
    if (!value.isObject()) {
      return new Detail.Sharpen(value.number());
    }
    Fields fields = value.fields();
    Edit edit =
        new Detail.Sharpen(
            fields.require("sigma").number(),
            fields.get("m1").map(Value::number).orElse(1.0),
            fields.get("m2").map(Value::number).orElse(2.0),
            fields.get("x1").map(Value::number).orElse(2.0),
            fields.get("y2").map(Value::number).orElse(10.0),
            fields.get("y3").map(Value::number).orElse(20.0));
    fields.close();
    return edit;
  }

  /// A factor, or `{a, b}` with numbers or lists of three; sharp's two arguments can't be written
  /// otherwise.
  static Edit linear(Value value) {
    if (!value.isObject()) {
      return new Tone.Linear(List.of(value.number()), List.of(0.0));
    }
    Fields fields = value.fields();
    List<Double> factors = fields.get("a").map(PixelEdits::oneOrMore).orElse(List.of(1.0));
    List<Double> offsets =
        fields
            .get("b")
            .map(PixelEdits::oneOrMore)
            .orElseGet(() -> factors.stream().map(_ -> 0.0).toList());
    fields.close();
    return new Tone.Linear(factors, offsets);
  }

  private static List<Double> oneOrMore(Value value) {
    return value.isList() ? value.numbers() : List.of(value.number());
  }

  static Edit normalise(Value value) {
    if (value.isTrue()) {
      return new Tone.Normalise(1, 99);
    }
    Fields fields = value.fields();
    Edit edit =
        new Tone.Normalise(
            fields.get("lower").map(Value::number).orElse(1.0),
            fields.get("upper").map(Value::number).orElse(99.0));
    fields.close();
    return edit;
  }

  static Edit clahe(Value value) {
    Fields fields = value.fields();
    Edit edit =
        new Detail.Clahe(
            fields.require("width").whole(),
            fields.require("height").whole(),
            fields.get("maxSlope").map(Value::whole).orElse(3));
    fields.close();
    return edit;
  }

  static Edit bandbool(Value value) {
    return new Tone.Bandbool(value.oneOf(BITWISE));
  }

  /// `{bucket, key, operator}`; sharp's two arguments can't be written otherwise.
  static Edit combine(Value value) {
    Fields fields = value.fields();
    Edit edit =
        new Drawing.Combine(
            ObjectNames.reference(fields), fields.require("operator").oneOf(BITWISE));
    fields.close();
    return edit;
  }

  static Edit ensureAlpha(Value value) {
    return new Tone.EnsureAlpha(value.isTrue() ? 1 : value.number());
  }

  static Edit extractChannel(Value value) {
    return new Tone.ExtractChannel(value.oneOf(CHANNELS));
  }

  static Edit negate(Value value) {
    if (value.isTrue()) {
      return new Tone.Negate(/* alpha= */ true);
    }
    Fields fields = value.fields();
    boolean alpha = fields.get("alpha").map(Value::flag).orElse(true);
    fields.close();
    return new Tone.Negate(alpha);
  }

  /// Output is always sRGB; grey is a way of using it.
  static Optional<Edit> colourspace(Value value) {
    return switch (value.text()) {
      case "b-w", "bw", "grey16" -> Optional.of(greyscale());
      case "srgb", "rgb16", "rgb" -> Optional.empty();
      case String other -> throw value.wrong("srgb or b-w");
    };
  }

  /// `roundCrop`: true, or the ellipse's middle and radii, of which 0 counts as not given.
  static Edit ellipse(Value value) {
    if (value.isTrue()) {
      return new Drawing.Ellipse(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
    Fields fields = value.fields();
    Edit edit =
        new Drawing.Ellipse(
            pixels(fields, "left"),
            pixels(fields, "top"),
            pixels(fields, "rx"),
            pixels(fields, "ry"));
    fields.close();
    return edit;
  }

  private static Optional<Integer> pixels(Fields fields, String name) {
    return fields
        .get(name)
        .map(value -> (int) Math.clamp(Math.rint(value.number()), -1_000_000, 1_000_000))
        .filter(pixels -> pixels > 0);
  }
}
