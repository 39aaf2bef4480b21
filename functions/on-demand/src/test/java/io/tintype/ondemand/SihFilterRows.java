package io.tintype.ondemand;

import static io.tintype.ondemand.Checks.cutAt;
import static io.tintype.ondemand.Checks.file;
import static io.tintype.ondemand.Checks.levels;
import static io.tintype.ondemand.Checks.pixels;
import static io.tintype.ondemand.Checks.points;
import static io.tintype.ondemand.Checks.size;
import static io.tintype.ondemand.Goldens.alike;
import static io.tintype.ondemand.Goldens.exact;
import static io.tintype.ondemand.Goldens.resampled;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Size;
import java.util.List;

/// Thumbor's filters as Serverless Image Handler reads them, in its dialect.
final class SihFilterRows {

  private static final String PHOTO = "photo.png";
  private static final Row.Check UNCHANGED = pixels(PHOTO, Specimens.SIZE, 0, cutAt(0, 0));

  static final List<Row> ALL =
      List.of(
          row("animated(false)", UNCHANGED),
          Row.sih("autojpg", "filters:autojpg()", PHOTO, shot -> shot.shows("image/jpeg")),
          Row.sih(
              "background_color",
              "filters:background_color(000000):format(png)",
              "glass.png",
              pixels(
                  "glass.png",
                  Specimens.SIZE,
                  1,
                  (before, x, y) -> {
                    double[] pixel = levels(before, x, y);
                    double part = pixel[3] / 255;
                    return ToneRows.three(pixel[0] * part, pixel[1] * part, pixel[2] * part);
                  })),
          row("blur(5)", alike("sih-blur")),
          row("blur(5,1)", alike("sih-blur-1")),
          row("convolution(1;2;1;2;4;2;1;2;1,3,true)", alike("sih-convolution")),
          row("equalize()", exact("edit-normalise")),
          Row.sih("fill", "64x64/filters:fill(red):format(png)", PHOTO, filled()),
          Row.sih("format", "filters:format(webp)", PHOTO, file("image/webp", "WEBP")),
          row("grayscale()", exact("sih-grayscale")),
          Row.sih("no_upscale", "128x96/filters:no_upscale():format(png)", PHOTO, size(64, 48)),
          row("proportion(0.5)", size(32, 24)),
          Row.sih(
              "quality",
              "filters:quality(20):format(jpeg)",
              PHOTO,
              shot -> assertThat(shot.shows("image/jpeg").body()).hasSizeBetween(500, 1_300)),
          row("rgb(100,70,25)", exact("sih-rgb")),
          row("rotate(90)", size(48, 64)),
          row("rotate()", UNCHANGED),
          row("sharpen(1,2,true)", alike("edit-sharpen")),
          row("smart_crop()", pixels(PHOTO, new Size(24, 24), 0, cutAt(8, 10))),
          row("smart_crop(0,4)", pixels(PHOTO, new Size(32, 32), 0, cutAt(4, 6))),
          Row.sih(
              "stretch", "24x40/filters:stretch():format(png)", PHOTO, resampled("resize-fill")),
          row("strip_exif()", UNCHANGED),
          row("strip_icc()", UNCHANGED),
          Row.sih("upscale", "128x128/filters:upscale():format(png)", PHOTO, size(128, 96)),
          row("watermark(originals,mark.png,10,20,0)", DrawingRows.marked(10, 20, 1)),
          row("brightness(40)", UNCHANGED),
          row("rgb(0,0,0)", points(PHOTO, EditRows::luminance)));

  private SihFilterRows() {}

  private static Row row(String call, Row.Check check) {
    String name = call.substring(0, call.indexOf('('));
    return Row.sih(name, "filters:" + call + ":format(png)", PHOTO, check);
  }

  private static Row.Check filled() {
    return pixels(
        PHOTO,
        new Size(64, 64),
        0,
        (before, x, y) -> y < 8 || y >= 56 ? new double[] {255, 0, 0} : levels(before, x, y - 8));
  }
}
