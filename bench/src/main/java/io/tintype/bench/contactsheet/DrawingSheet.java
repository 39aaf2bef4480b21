package io.tintype.bench.contactsheet;

import static io.tintype.bench.contactsheet.Shown.edits;

import io.tintype.imaging.Blend;
import io.tintype.imaging.Color;
import io.tintype.imaging.Crop;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Offset;
import io.tintype.imaging.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is drawn over, under and out of pictures.
final class DrawingSheet {

  private static final Offset MIDDLE = new Offset.Center();

  private DrawingSheet() {}

  static List<Shown> shown() {
    List<Shown> shown = new ArrayList<>();
    shown.add(mark("mark, near edges", new Offset.Pixels(5), new Offset.Pixels(5), 0));
    shown.add(mark("mark, far edges", new Offset.Far(-5), new Offset.Far(0), 0));
    shown.add(mark("mark, from centre", new Offset.FromCenter(30), MIDDLE, 50));
    shown.add(mark("mark, repeated", new Offset.Repeat(), new Offset.Repeat(), 30));
    shown.add(edits("frame", new Drawing.Frame("frame")));
    for (Tone.Bitwise operator : Tone.Bitwise.values()) {
      shown.add(edits("combine " + operator, new Drawing.Combine("same", operator)));
    }
    shown.add(
        edits("round corners, red", new Drawing.RoundCorners(40, 20, Color.opaque(255, 0, 0))));
    shown.add(edits("round corners", new Drawing.RoundCorners(30, 30, Color.TRANSPARENT)));
    shown.add(
        edits("all corners", new Drawing.RoundCorners(1000, 1000, new Color(0, 0, 255, 128))));
    shown.add(
        edits(
            "ellipse",
            new Drawing.Ellipse(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
    shown.add(
        edits(
            "ellipse at 60,60 of 90x50",
            new Drawing.Ellipse(
                Optional.of(60), Optional.of(60), Optional.of(90), Optional.of(50))));
    for (boolean oval : new boolean[] {false, true}) {
      shown.add(redact("redact, blurred", new Drawing.Redact.Cover.Blurred(6), oval));
      shown.add(redact("redact, pixelated", new Drawing.Redact.Cover.Pixelated(10), oval));
      shown.add(redact("redact, plain", new Drawing.Redact.Cover.Plain(Color.BLACK), oval));
    }
    shown.add(
        edits(
                "redact a face",
                new Drawing.Redact(
                    new Drawing.Redact.Areas.Faces(), new Drawing.Redact.Cover.Blurred(9), true))
            .with(new Findings.Face(0.4, 0.2, 0.2, 0.3)));
    shown.add(
        edits("background under a mark", new Drawing.Background(new Color(0, 160, 0, 128)))
            .of(Operands.png(Operands.mark())));
    return shown;
  }

  static List<Shown> blends() {
    List<Shown> shown = new ArrayList<>();
    for (Blend blend : Blend.values()) {
      shown.add(
          edits(
              blend.name(),
              new Drawing.Watermark(
                  "mark", MIDDLE, MIDDLE, 0, Optional.of(80), Optional.of(80), blend)));
    }
    return shown;
  }

  private static Shown mark(String name, Offset x, Offset y, int transparency) {
    return edits(
        name, new Drawing.Watermark("mark", x, y, transparency, Optional.of(30), Optional.empty()));
  }

  private static Shown redact(String name, Drawing.Redact.Cover cover, boolean oval) {
    var areas =
        new Drawing.Redact.Areas.Given(
            List.of(
                new Crop.Fractions(0.1, 0.1, 0.45, 0.6), new Crop.Fractions(0.6, 0.5, 0.95, 0.9)));
    return edits(name + (oval ? ", oval" : ""), new Drawing.Redact(areas, cover, oval));
  }
}
