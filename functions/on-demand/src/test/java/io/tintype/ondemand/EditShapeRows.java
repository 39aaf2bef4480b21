package io.tintype.ondemand;

import static io.tintype.ondemand.Checks.cutAt;
import static io.tintype.ondemand.Checks.levels;
import static io.tintype.ondemand.Checks.pixels;
import static io.tintype.ondemand.Checks.size;
import static io.tintype.ondemand.Goldens.alike;
import static io.tintype.ondemand.Goldens.exact;
import static io.tintype.ondemand.Goldens.resampled;

import io.tintype.imaging.Size;
import java.util.List;

/// Serverless Image Handler's edits that change the picture's size or where its pixels lie.
final class EditShapeRows {

  private static final String PHOTO = "photo.png";

  static final List<Row> ALL =
      List.of(
          row("crop", "'crop':{'left':10,'top':8,'width':20,'height':16}", cut(10, 8, 20, 16)),
          row(
              "extract",
              "'extract':{'left':30,'top':0,'width':34,'height':48}",
              cut(30, 0, 34, 48)),
          row(
              "extract",
              "'resize':{'width':32},'extract':{'left':4,'top':4,'width':20,'height':12}",
              resampled("extract-resized")),
          row(
              "extend",
              "'extend':{'top':2,'left':3,'bottom':4,'right':5,'background':'red'}",
              extended()),
          row(
              "extend",
              "'extend':{'top':8,'left':8,'right':8,'bottom':8,'extendWith':'mirror'}",
              exact("extend-mirror")),
          row("flip", "'flip':true", mirrored(false, true)),
          row("flop", "'flop':true", mirrored(true, false)),
          row("resize", "'resize':{'width':32,'height':32}", resampled("resize-cover")),
          row(
              "resize",
              "'resize':{'width':32,'height':32,'fit':'contain','background':'#204060'}",
              resampled("resize-contain")),
          row("resize", "'resize':{'width':32,'height':32,'fit':'inside'}", size(32, 24)),
          row("resize", "'resize':{'width':32,'height':32,'fit':'outside'}", size(43, 32)),
          row("resize", "'resize':{'width':24,'height':40,'fit':'fill'}", resampled("resize-fill")),
          row("resize", "'resize':{'width':20,'height':48,'position':'right'}", cut(44, 0, 20, 48)),
          kernel("nearest", (before, x, y) -> levels(before, x / 2, y / 2)),
          kernel("mks2021", (before, x, y) -> Checks.ANYTHING),
          row("resize", "'resize':{'ratio':1.5}", size(96, 72)),
          row("resize", "'resize':{'width':99,'withoutEnlargement':true}", size(64, 48)),
          row("rotate", "'rotate':90", quarterTurned()),
          row("rotate", "'rotate':30", alike("rotate-30")),
          row(
              "rotate",
              "'resize':{'width':40,'height':20},'rotate':90",
              resampled("resize-rotate")),
          row("smartCrop", "'smartCrop':true", cut(8, 10, 24, 24)),
          row(
              "smartCrop",
              "'smartCrop':{'padding':4},'resize':{'width':32,'height':32}",
              cut(4, 6, 32, 32)),
          row("trim", "bordered.png", "'trim':10", size(40, 20)),
          row("trim", "bordered.png", "'trim':{'threshold':20,'background':'white'}", size(40, 20)),
          row("trim", "bordered.png", "'trim':{'threshold':20,'margin':6}", size(52, 32)),
          row(
              "trim",
              "bordered.png",
              "'trim':{'threshold':20},'extract':{'left':0,'top':4,'width':20,'height':16},'resize':{'width':40},'flop':true",
              resampled("trim-extract-resize-flop")),
          row(
              "rotate",
              "'rotate':90,'flip':true,'extract':{'left':8,'top':10,'width':32,'height':40},'resize':{'width':24}",
              resampled("rotate-flip-extract-resize")),
          row(
              "rotate",
              "'rotate':30,'resize':{'width':48,'height':48}",
              resampled("rotate-30-resize")),
          row(
              "resize",
              "'rotate':30,'resize':{'width':32,'height':40,'position':'attention'}",
              resampled("rotate-30-attention")),
          row(
              "resize",
              "bordered.png",
              "'trim':{'threshold':20},'extract':{'left':4,'top':0,'width':36,'height':20},'resize':{'width':12,'height':16,'position':'entropy'}",
              resampled("trim-extract-entropy")),
          row(
              "resize",
              "'rotate':90,'flop':true,'extract':{'left':0,'top':0,'width':40,'height':60},'resize':{'width':36,'height':20,'position':'entropy'}",
              resampled("rotate-flop-extract-entropy")),
          row("affine", "'affine':[1,0.3,0.1,0.7]", alike("affine")));

  private EditShapeRows() {}

  private static Row row(String name, String edits, Row.Check check) {
    return row(name, PHOTO, edits, check);
  }

  private static Row row(String name, String image, String edits, Row.Check check) {
    return Row.edit(name, edits + ",'toFormat':'png'", image, check);
  }

  /// Twice as large, which Thumbnailator can't by a kernel.
  private static Row kernel(String name, Checks.Formula formula) {
    Row.Check check = pixels(PHOTO, new Size(128, 96), 0, formula);
    return row(
        "resize",
        "'resize':{'width':128,'kernel':'" + name + "'}",
        shot -> {
          if (shot.engine().equals("thumbnailator")) {
            Checks.refuses(shot, 400, "The edit resample is not available with this engine");
          } else {
            check.of(shot);
          }
        });
  }

  private static Row.Check cut(int left, int top, int width, int height) {
    return pixels(PHOTO, new Size(width, height), 0, cutAt(left, top));
  }

  private static Row.Check extended() {
    return pixels(
        PHOTO,
        new Size(64 + 3 + 5, 48 + 2 + 4),
        0,
        (before, x, y) -> {
          boolean inside = x >= 3 && x < 67 && y >= 2 && y < 50;
          return inside ? levels(before, x - 3, y - 2) : new double[] {255, 0, 0};
        });
  }

  private static Row.Check mirrored(boolean across, boolean down) {
    return pixels(
        PHOTO,
        Specimens.SIZE,
        0,
        (before, x, y) -> levels(before, across ? 63 - x : x, down ? 47 - y : y));
  }

  private static Row.Check quarterTurned() {
    return pixels(PHOTO, new Size(48, 64), 0, (before, x, y) -> levels(before, y, 47 - x));
  }
}
