package io.tintype.ondemand;

import static io.tintype.ondemand.Checks.levels;
import static io.tintype.ondemand.Checks.pixels;
import static io.tintype.ondemand.EditRows.luminance;
import static io.tintype.ondemand.Goldens.resampled;
import static io.tintype.ondemand.ToneRows.three;

import io.tintype.testkit.Picture;
import java.util.List;

/// Serverless Image Handler's `joinChannel`.
final class JoinRows {

  private static final String PHOTO = "photo.png";
  private static final String GREY = "{'key':'grey.png'}";

  static final List<Row> ALL =
      List.of(
          row(PHOTO, GREY, "", JoinRows::veiled),
          row("grey.png", "[" + GREY + ",{'key':'grey.png'}]", "", JoinRows::plainGrey),
          row("grey.png", "{'key':'same.png'}", "", JoinRows::greyAndColours),
          row("glass.png", "[" + GREY + "," + GREY + "]", "'flatten':true,", JoinRows::onBlack),
          row(
              PHOTO,
              "[" + GREY + "," + plane(64, 48) + "]",
              "'greyscale':true,",
              JoinRows::greyGreyAndPlane),
          Row.edit(
              "joinChannel",
              "'resize':{'width':32,'height':32},'joinChannel':"
                  + plane(43, 32)
                  + ",'toFormat':'png'",
              PHOTO,
              resampled("join-resized")),
          refused("{'key':'mark.png'}", "mark.png to be as large as the picture, 64x48"),
          refused(plane(64, 49), "the plane to join to be as large as the picture, 64x48"),
          refused("'mark.png'", "edits.joinChannel: expected {bucket, key} or {create}"));

  private JoinRows() {}

  private static Row row(String image, String join, String before, Checks.Formula formula) {
    return Row.edit(
        "joinChannel",
        before + "'joinChannel':" + join + ",'toFormat':'png'",
        image,
        pixels(image, Specimens.SIZE, 1, formula));
  }

  private static Row refused(String join, String named) {
    return Row.edit(
        "joinChannel", "'joinChannel':" + join, PHOTO, shot -> Checks.refuses(shot, 400, named));
  }

  private static String plane(int width, int height) {
    return "{'create':{'width':%d,'height':%d,'channels':3,'background':'#c86432'}}"
        .formatted(width, height);
  }

  private static double[] veiled(Picture before, int x, int y) {
    double[] pixel = levels(before, x, y);
    pixel[3] = Specimens.greyLevel(x, y);
    return pixel;
  }

  private static double[] plainGrey(Picture before, int x, int y) {
    double level = Specimens.greyLevel(x, y);
    return three(level, level, level);
  }

  private static double[] greyAndColours(Picture before, int x, int y) {
    return new double[] {Specimens.greyLevel(x, y), x * 4, 0xF0, 0x0F};
  }

  private static double[] onBlack(Picture before, int x, int y) {
    double[] pixel = levels(before, x, y);
    double part = pixel[3] / 255;
    return new double[] {
      pixel[0] * part, pixel[1] * part, pixel[2] * part, Specimens.greyLevel(x, y)
    };
  }

  private static double[] greyGreyAndPlane(Picture before, int x, int y) {
    double[] pixel = levels(before, x, y);
    double luminance = luminance(pixel[0], pixel[1], pixel[2])[0];
    return new double[] {luminance, Specimens.greyLevel(x, y), 0xC8, 0x64};
  }
}
