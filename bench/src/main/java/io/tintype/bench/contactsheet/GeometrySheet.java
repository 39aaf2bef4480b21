package io.tintype.bench.contactsheet;

import static io.tintype.bench.contactsheet.Shown.edits;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Color;
import io.tintype.imaging.Crop;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Fill;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Size;
import io.tintype.imaging.Sizing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where pixels come to lie.
final class GeometrySheet {

  private GeometrySheet() {}

  static List<Shown> shown() {
    List<Shown> shown = new ArrayList<>();
    for (double degrees : new double[] {7, 30, 45, -60, 90, 173.5}) {
      shown.add(edits("rotate " + degrees, new Geometry.Rotate(degrees, Color.WHITE)));
    }
    shown.add(edits("rotate 20 transparent", new Geometry.Rotate(20, Color.TRANSPARENT)));
    shown.add(edits("rotate 20 half red", new Geometry.Rotate(20, new Color(255, 0, 0, 128))));
    shown.add(
        edits("rotate 30 of a mark on blue", new Geometry.Rotate(30, Color.opaque(0, 0, 160)))
            .of(Operands.png(Operands.mark())));
    shown.add(edits("cut", new Geometry.Cut(new Crop.Pixels(60, 30, 160, 110))));
    for (Geometry.Extend.With with : Geometry.Extend.With.values()) {
      shown.add(edits("extend " + with, (Edit) new Geometry.Extend(40, 30, 60, 50, with)));
    }
    shown.add(edits("pad", new Geometry.Pad(5, 10, 15, 20, Color.opaque(200, 0, 100))));
    for (Fill fill :
        List.of(new Fill.Plain(Color.opaque(0, 90, 0)), new Fill.Average(), new Fill.Blurred())) {
      shown.add(
          edits(
              "pad to, " + fill.getClass().getSimpleName(),
              new Geometry.PadTo(new Size(230, 190), Anchor.CENTER, fill)));
    }
    shown.add(
        edits(
            "pad to, blurred, left",
            new Geometry.PadTo(
                new Size(300, 150), new Anchor.Aligned(0, 0.5), new Fill.Blurred())));
    shown.add(edits("proportion 0.5", new Geometry.Proportion(0.5)));
    shown.add(edits("affine", new Geometry.Affine(1, 0.3, -0.2, 0.7, Color.WHITE)));
    shown.add(edits("flip", new Geometry.Flip(new Flips(true, true))));
    shown.add(
        edits(
            "rotate 30, resize to 100x150, right",
            new Geometry.Rotate(30, Color.WHITE),
            new Geometry.Resize(
                Shown.sizing(Sizing.Fit.COVER, 100, 150, new Anchor.Aligned(1, 0.5)))));
    shown.add(anchored("cover, smart", new Anchor.Smart()));
    shown.add(anchored("cover, entropy", new Anchor.Entropy()));
    shown.add(anchored("cover, centre", Anchor.CENTER));
    return shown;
  }

  private static Shown anchored(String name, Anchor anchor) {
    return new Shown(
        name,
        Shown.recipe(Shown.sizing(Sizing.Fit.COVER, 100, 180, anchor)),
        List.of(),
        Optional.empty());
  }
}
