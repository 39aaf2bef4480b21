package io.tintype.ondemand;

import static io.tintype.ondemand.Checks.cutAt;
import static io.tintype.ondemand.Checks.levels;
import static io.tintype.ondemand.Checks.pixels;
import static io.tintype.ondemand.Checks.size;
import static io.tintype.ondemand.Goldens.alike;
import static io.tintype.ondemand.Goldens.resampled;
import static io.tintype.ondemand.Row.png;
import static io.tintype.testkit.PictureAssert.assertThatPicture;

import io.tintype.imaging.Color;
import io.tintype.imaging.Size;
import io.tintype.testkit.Quadrants;
import java.util.List;

/// Filters that change the picture's size or what is seen of it, and the segments that do.
final class ShapeRows {

  private static final String PHOTO = "photo.png";
  private static final String QUARTERS = "quarters.png";
  private static final double[] RED = {255, 0, 0};

  static final List<Row> ALL =
      List.of(
          png("filters:crop(10,8,20,16)", PHOTO, pixels(PHOTO, new Size(20, 16), 0, cutAt(10, 8))),
          png(
              "filters:crop(0.5,0.5,0.25,0.5)",
              PHOTO,
              pixels(PHOTO, new Size(16, 24), 0, cutAt(32, 24))),
          png("filters:padding(red,3,5)", PHOTO, pixels(PHOTO, new Size(70, 58), 0, padded(3, 5))),
          png(
              "fit-in/64x64/filters:fill(red)",
              PHOTO,
              pixels(PHOTO, new Size(64, 64), 0, padded(0, 8))),
          png("fit-in/96x48/filters:fill(blur)", PHOTO, alike("fill-blur")),
          png(
              "adaptive-fit-in/48x96/filters:fill(red)",
              PHOTO,
              pixels(PHOTO, new Size(96, 48), 0, padded(16, 0))),
          png("fit-in/96x48/filters:fill(auto)", PHOTO, alike("fill-auto")),
          png("fit-in/64x64/filters:fill(transparent)", PHOTO, transparentAround()),
          png(
              "20x48/filters:focal(44x0:64x16)",
              PHOTO,
              pixels(PHOTO, new Size(20, 48), 0, cutAt(44, 0))),
          png(
              "20x48/filters:focal(0.25,0.5)",
              PHOTO,
              pixels(PHOTO, new Size(20, 48), 0, cutAt(6, 0))),
          png(
              "20x48/filters:extract_focal()",
              "unsafe/44x0:64x16/photo.png",
              pixels(PHOTO, new Size(20, 48), 0, cutAt(44, 0))),
          png("128x96/filters:no_upscale()", PHOTO, size(64, 48)),
          png("fit-in/128x96/filters:upscale()", PHOTO, alike("upscale")),
          png("32x48/filters:stretch()", PHOTO, resampled("stretch")),
          png("filters:proportion(0.5)", PHOTO, resampled("proportion")),
          png("filters:rotate(90)", QUARTERS, quarters(48, 64, -1)),
          png("filters:rotate(180)", QUARTERS, quarters(64, 48, 2)),
          png("32x24/filters:orient(270)", QUARTERS, cutQuarters()),
          png("filters:trim(10)", "bordered.png", size(40, 20)),
          png("filters:dpi(144)", "drawing.svg", Checks.onlyVips("SVG", drawn())),
          png("10x10:40x40/filters:dpi(144)", "drawing.svg", Checks.onlyVips("SVG", cutDrawing())),
          png("filters:page(2)", "pages.tiff", plain(64, 48, Quadrants.BLUE)),
          png("filters:page(1)", "pages.tiff", quarters(64, 48, 0)));

  private ShapeRows() {}

  /// The photo within red.
  private static Checks.Formula padded(int left, int top) {
    return (before, x, y) -> {
      int column = x - left;
      int row = y - top;
      boolean inside = column >= 0 && row >= 0 && column < 64 && row < 48;
      return inside ? levels(before, column, row) : RED;
    };
  }

  private static Row.Check transparentAround() {
    return pixels(
        PHOTO,
        new Size(64, 64),
        0,
        (before, x, y) -> y < 8 || y >= 56 ? new double[4] : levels(before, x, y - 8));
  }

  /// The quarters, turned clockwise so often.
  private static Row.Check quarters(int width, int height, int turns) {
    return shot ->
        assertThatPicture(shot.shows(Checks.PNG).picture())
            .hasSize(width, height)
            .showsQuarters(Quadrants.UPRIGHT.turned(turns));
  }

  /// Turned clockwise and cut to its middle.
  private static Row.Check cutQuarters() {
    return shot ->
        assertThatPicture(shot.shows(Checks.PNG).picture())
            .within(40)
            .hasSize(32, 24)
            .showsQuarters(Quadrants.UPRIGHT.turned(1));
  }

  /// Twice as large, from the outlines: nothing is mixed where colours meet along a pixel's edge.
  private static Row.Check drawn() {
    return shot ->
        assertThatPicture(shot.shows(Checks.PNG).picture())
            .hasSize(80, 60)
            .shows(Quadrants.BLUE, 14, 30)
            .shows(Quadrants.YELLOW, 17, 30)
            .shows(Quadrants.YELLOW, 40, 7);
  }

  /// A part, counted in the pixels that it has then.
  private static Row.Check cutDrawing() {
    return shot ->
        assertThatPicture(shot.shows(Checks.PNG).picture())
            .hasSize(30, 30)
            .shows(Quadrants.BLUE, 0, 0)
            .shows(Quadrants.BLUE, 4, 20)
            .shows(Quadrants.YELLOW, 8, 20)
            .shows(Quadrants.YELLOW, 29, 20);
  }

  private static Row.Check plain(int width, int height, Color color) {
    return shot ->
        assertThatPicture(shot.shows(Checks.PNG).picture()).hasSize(width, height).showsOnly(color);
  }
}
