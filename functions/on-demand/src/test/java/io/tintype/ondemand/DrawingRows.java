package io.tintype.ondemand;

import static io.tintype.ondemand.Checks.ANYTHING;
import static io.tintype.ondemand.Checks.levels;
import static io.tintype.ondemand.Checks.pixels;
import static io.tintype.ondemand.Goldens.alike;
import static io.tintype.ondemand.Goldens.exact;
import static io.tintype.ondemand.Row.call;

import io.tintype.imaging.Size;
import io.tintype.testkit.Picture;
import java.util.List;

/// Filters that draw over, under and out of the picture.
final class DrawingRows {

  private static final String PHOTO = "photo.png";
  private static final Picture MARK = Specimens.picture("mark.png");

  static final List<Row> ALL =
      List.of(
          call(
              "background_color(004080)",
              "glass.png",
              pixels("glass.png", Specimens.SIZE, 1, DrawingRows::onBlue)),
          call("frame(frame.png)", exact("frame")),
          call("frame(roomy.png)", exact("frame-roomy")),
          call("image(mark.png,10,20)", marked(10, 20, 1)),
          call("image(/12x8/filters:grayscale()/mark.png,right,bottom,30)", alike("image-nested")),
          call("image(mark.png,20,10,0,multiply)", exact("image-multiply")),
          call("label(Tin,4,6,18,ffff00)", alike("label")),
          call("redact(000000)", redacted()),
          call("redact(pixelate,6)", alike("redact-pixelate")),
          call("redact()", alike("redact")),
          call("redact_oval(004080)", alike("redact-oval")),
          call("round_corner(12|6,255,0,0)", exact("round-corner-thumbor")),
          call("round_corner(16)", exact("round-corner-imagor")),
          call("text(Tin+type,center,-4,sans-bold-14,white,20)", alike("text")),
          call(
              "text(one two three,2,2,sans-9,black,0,normal,40,centre,true,word,2)",
              alike("text-block")),
          call("watermark(mark.png,10,20,0)", marked(10, 20, 1)),
          call("watermark(mark.png,-4,-6,50)", marked(64 - 24 - 4, 48 - 16 - 6, 0.5)),
          call("watermark(mark.png,50p,0,0)", marked(32, 0, 1)),
          call("watermark(mark.png,repeat,center,40)", exact("watermark-repeat")),
          call("watermark(mark.png,center,center,0,80,80)", alike("watermark-ratio")));

  private DrawingRows() {}

  /// The mark laid over the photo there, as much as is seen of it.
  static Row.Check marked(int left, int top, double opacity) {
    return pixels(
        PHOTO,
        Specimens.SIZE,
        1,
        (before, x, y) -> {
          int column = x - left;
          int row = y - top;
          double[] below = levels(before, x, y);
          boolean inside = column >= 0 && row >= 0 && column < 24 && row < 16;
          return inside ? over(levels(MARK, column, row), opacity, below) : below;
        });
  }

  private static double[] onBlue(Picture before, int x, int y) {
    return over(levels(before, x, y), 1, new double[] {0, 0x40, 0x80});
  }

  private static double[] over(double[] above, double opacity, double[] opaque) {
    double alpha = above[3] / 255 * opacity;
    double[] mixed = new double[3];
    for (int i = 0; i < 3; i++) {
      mixed[i] = above[i] * alpha + opaque[i] * (1 - alpha);
    }
    return mixed;
  }

  /// The face is black, and nothing else; only the pixels at its edge are left open.
  private static Row.Check redacted() {
    return pixels(
        PHOTO,
        new Size(64, 48),
        0,
        (before, x, y) -> {
          if (x > 8 && x < 31 && y > 10 && y < 33) {
            return new double[3];
          }
          return x < 7 || x > 32 || y < 9 || y > 34 ? levels(before, x, y) : ANYTHING;
        });
  }
}
