package io.tintype.vips;

import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Size;
import io.tintype.imaging.Trim;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds what is left of a picture when a border of one colour is taken away: the smallest box
/// around all pixels that are further from its colour than the tolerance. Alpha counts as
/// a fourth component, so that a transparent border is a border.
final class TrimBox {

  private TrimBox() {}

  /// Empty when every pixel is border.
  ///
  /// @param picture upright 8-bit sRGB
  static Optional<Box> find(Image picture, Trim trim) {
    double[] reference =
        switch (trim.reference()) {
          case Trim.Corner corner ->
              negative(picture.crop(pixel(corner, picture.size())).samples());
          case Trim.Given(var color) -> negative(samples(color, picture.bands()));
        };
    Image difference = picture.linear(ones(reference.length), reference);
    Image squares = difference.run("math2_const", call -> call.with("math2", POW).with("c", TWO));
    double tooFar = trim.tolerance() * trim.tolerance() / (double) reference.length;
    Image outside =
        squares
            .run("bandmean", call -> call)
            .run(
                "relational_const",
                call -> call.with("relational", MORE).with("c", new double[] {tooFar + TINY}));
    return box(outside);
  }

  // VipsOperationMath2, VipsOperationRelational
  private static final int POW = 0;
  private static final int MORE = 4;
  private static final double[] TWO = {2};

  /// Squares are whole numbers, means of three or four of them aren't.
  private static final double TINY = 0.1;

  private static Optional<Box> box(Image outside) {
    try (Call call = outside.scope().vips().call("project")) {
      var sums = call.with("in", outside).images(outside.scope(), "columns", "rows");
      byte[] columns = marked(sums.getFirst());
      byte[] rows = marked(sums.getLast());
      OptionalInt left = first(columns);
      OptionalInt top = first(rows);
      if (left.isEmpty() || top.isEmpty()) {
        return Optional.empty();
      }
      int right = last(columns);
      int bottom = last(rows);
      return Optional.of(
          new Box(
              left.getAsInt(),
              top.getAsInt(),
              right - left.getAsInt() + 1,
              bottom - top.getAsInt() + 1));
    }
  }

  private static Box pixel(Trim.Corner corner, Size size) {
    return switch (corner) {
      case TOP_LEFT -> new Box(0, 0, 1, 1);
      case BOTTOM_RIGHT -> new Box(size.width() - 1, size.height() - 1, 1, 1);
    };
  }

  private static byte[] samples(Color color, int bands) {
    byte[] all = {
      (byte) color.red(), (byte) color.green(), (byte) color.blue(), (byte) color.alpha()
    };
    return Arrays.copyOf(all, bands);
  }

  private static byte[] marked(Image sums) {
    return sums.run(
            "relational_const", call -> call.with("relational", MORE).with("c", new double[] {0}))
        .samples();
  }

  private static OptionalInt first(byte[] marks) {
    for (int i = 0; i < marks.length; i++) {
      if (marks[i] != 0) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static int last(byte[] marks) {
    int i = marks.length - 1;
    while (i > 0 && marks[i] == 0) {
      i--;
    }
    return i;
  }

  private static double[] negative(byte[] samples) {
    double[] numbers = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      numbers[i] = -(samples[i] & 255);
    }
    return numbers;
  }

  private static double[] ones(int count) {
    double[] numbers = new double[count];
    Arrays.fill(numbers, 1);
    return numbers;
  }
}
