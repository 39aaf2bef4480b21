package io.tintype.ondemand;

import static io.tintype.ondemand.Checks.cutAt;
import static io.tintype.ondemand.Checks.levels;
import static io.tintype.ondemand.Checks.pixels;
import static io.tintype.ondemand.Checks.points;
import static io.tintype.ondemand.Goldens.alike;
import static io.tintype.ondemand.Goldens.exact;
import static io.tintype.ondemand.ToneRows.grey;
import static io.tintype.ondemand.ToneRows.three;

import io.tintype.testkit.Picture;
import java.util.List;

/// Serverless Image Handler's edits of pixels: sharp's functions, and its own.
final class EditRows {

  private static final String PHOTO = "photo.png";
  private static final String GLASS = "glass.png";
  private static final Row.Check UNCHANGED = pixels(PHOTO, Specimens.SIZE, 0, cutAt(0, 0));

  static final List<Row> ALL =
      List.of(
          row("'bandbool':'and'", points(PHOTO, (r, g, b) -> grey((int) r & (int) g & (int) b))),
          row("'bandbool':'eor'", points(PHOTO, (r, g, b) -> grey((int) r ^ (int) g ^ (int) b))),
          row("'blur':2.5", alike("edit-blur")),
          row("'blur':true", alike("edit-blur-mild")),
          row("'boolean':{'key':'same.png','operator':'eor'}", combined()),
          row("'clahe':{'width':16,'height':12,'maxSlope':3}", alike("clahe")),
          row("'contentModeration':true,'resize':{'width':64}", alike("moderated")),
          row("'contentModeration':{'minConfidence':95}", UNCHANGED),
          row(
              "'contentModeration':{'moderationLabels':['Smoking'],'blur':3}",
              alike("moderated-little")),
          row(
              "'convolve':{'width':3,'height':3,'kernel':[-1,0,1,-2,0,2,-1,0,1],'scale':4,'offset':128}",
              alike("edit-convolve")),
          row(GLASS, "'ensureAlpha':0.5", pixels(GLASS, Specimens.SIZE, 1, cutAt(0, 0))),
          row("'ensureAlpha':0.5", pixels(PHOTO, Specimens.SIZE, 1, EditRows::half)),
          row("'extractChannel':'green'", points(PHOTO, (r, g, b) -> grey(g))),
          row(GLASS, "'extractChannel':'alpha'", pixels(GLASS, Specimens.SIZE, 0, EditRows::alpha)),
          row(
              GLASS,
              "'flatten':{'background':'#ff8000'}",
              pixels(GLASS, Specimens.SIZE, 1, EditRows::onOrange)),
          row("'gamma':2,'blur':2", alike("edit-gamma")),
          row("'grayscale':true", points(PHOTO, EditRows::luminance)),
          row("'greyscale':true", points(PHOTO, EditRows::luminance)),
          row(
              "'linear':{'a':[0.5,1,2],'b':[20,-10,0]}",
              points(PHOTO, (r, g, b) -> three(r / 2 + 20, g - 10, b * 2))),
          row("'median':5", exact("edit-median")),
          row("'modulate':{'brightness':1.2,'saturation':0.5,'hue':90}", exact("edit-modulate")),
          row("'negate':true", points(PHOTO, (r, g, b) -> three(255 - r, 255 - g, 255 - b))),
          row(
              GLASS,
              "'negate':{'alpha':false}",
              pixels(GLASS, Specimens.SIZE, 1, EditRows::negative)),
          row("'normalise':true", exact("edit-normalise")),
          row("'normalize':{'lower':10,'upper':80}", exact("edit-normalize")),
          row(
              "'overlayWith':{'key':'mark.png','options':{'left':10,'top':20}}",
              DrawingRows.marked(10, 20, 1)),
          row(
              "'overlayWith':{'key':'mark.png','alpha':50,'options':{'left':'-0p','top':-2}}",
              alike("overlay-far")),
          row(
              "'overlayWith':{'key':'mark.png','wRatio':50,'hRatio':50,'options':{'gravity':'southeast','blend':'screen'}}",
              alike("overlay-screen")),
          row("'overlayWith':{'key':'mark.png','options':{'tile':true}}", exact("overlay-tiled")),
          row(
              "'recomb':[[0.3,0.6,0.1],[0,1,0],[0.5,0,0.5]]",
              points(PHOTO, (r, g, b) -> three(0.3 * r + 0.6 * g + 0.1 * b, g, 0.5 * r + 0.5 * b))),
          row(GLASS, "'removeAlpha':true", alike("edit-remove-alpha")),
          row("'roundCrop':true", alike("round-crop")),
          row("'roundCrop':{'left':20,'top':22,'rx':14,'ry':12}", alike("round-crop-face")),
          row("'sharpen':2", alike("edit-sharpen")),
          row("'sharpen':true", alike("edit-sharpen-quick")),
          row("'sharpen':{'sigma':1,'m1':0,'m2':4}", alike("edit-sharpen-edges")),
          row("'stripExif':true", UNCHANGED),
          row("'stripIcc':true", UNCHANGED),
          row("'threshold':100", exact("edit-threshold")),
          row("'tint':{'r':255,'g':180,'b':60}", exact("edit-tint")),
          row("'toColorspace':'b-w'", points(PHOTO, EditRows::luminance)),
          row("'toColourspace':'srgb'", UNCHANGED),
          row("'pipelineColorspace':'srgb'", UNCHANGED),
          row("'pipelineColourspace':'b-w'", points(PHOTO, EditRows::luminance)),
          row("'unflatten':true", pixels(PHOTO, Specimens.SIZE, 0, EditRows::whiteGone)));

  private EditRows() {}

  private static Row row(String edits, Row.Check check) {
    return row(PHOTO, edits, check);
  }

  private static Row row(String image, String edits, Row.Check check) {
    String name = edits.substring(1, edits.indexOf('\'', 1));
    return Row.edit(name, edits + ",'toFormat':'png'", image, check);
  }

  /// Of linear light, encoded again.
  static double[] luminance(double red, double green, double blue) {
    double light = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    double level = light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    return grey(255 * level);
  }

  private static double linear(double level) {
    double part = level / 255;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static Row.Check combined() {
    Picture other = Specimens.picture("same.png");
    return pixels(
        PHOTO,
        Specimens.SIZE,
        0,
        (before, x, y) -> {
          double[] one = levels(before, x, y);
          double[] two = levels(other, x, y);
          return three(
              (int) one[0] ^ (int) two[0],
              (int) one[1] ^ (int) two[1],
              (int) one[2] ^ (int) two[2]);
        });
  }

  private static double[] half(Picture before, int x, int y) {
    double[] pixel = levels(before, x, y);
    pixel[3] = 127.5;
    return pixel;
  }

  private static double[] alpha(Picture before, int x, int y) {
    return grey(levels(before, x, y)[3]);
  }

  private static double[] onOrange(Picture before, int x, int y) {
    double[] pixel = levels(before, x, y);
    double part = pixel[3] / 255;
    return three(
        pixel[0] * part + 255 * (1 - part), pixel[1] * part + 128 * (1 - part), pixel[2] * part);
  }

  private static double[] negative(Picture before, int x, int y) {
    double[] pixel = levels(before, x, y);
    return new double[] {255 - pixel[0], 255 - pixel[1], 255 - pixel[2], pixel[3]};
  }

  private static double[] whiteGone(Picture before, int x, int y) {
    double[] pixel = levels(before, x, y);
    boolean white = pixel[0] == 255 && pixel[1] == 255 && pixel[2] == 255;
    return white ? new double[4] : pixel;
  }
}
