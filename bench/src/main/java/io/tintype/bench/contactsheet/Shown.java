package io.tintype.bench.contactsheet;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Input;
import io.tintype.imaging.Output;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Sizing.Length;
import io.tintype.testkit.SampleEdits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One thing to look at.
///
/// @param own its own source instead of the photo
record Shown(String name, Recipe recipe, List<Findings.Face> faces, Optional<byte[]> own) {

  private static final int WIDTH = 220;
  private static final int HEIGHT = 160;
  private static final int MOST_LETTERS = 70;

  /// Sheets by name.
  static Map<String, List<Shown>> groups() {
    Map<String, List<Shown>> groups = new LinkedHashMap<>();
    groups.put("tone", samples(SampleEdits.tones()));
    groups.put("detail", samples(SampleEdits.details()));
    groups.put("geometry", GeometrySheet.shown());
    groups.put("drawing", DrawingSheet.shown());
    groups.put("blends", DrawingSheet.blends());
    groups.put("text", TextSheet.shown());
    return groups;
  }

  private static List<Shown> samples(List<? extends Edit> edits) {
    return edits.stream().map(edit -> edits(shortened(edit.toString()), edit)).toList();
  }

  private static String shortened(String name) {
    return name.length() > MOST_LETTERS ? name.substring(0, MOST_LETTERS) + "…" : name;
  }

  /// Edits on the photo, fitted into a cell.
  static Shown edits(String name, Edit... edits) {
    return new Shown(
        name, recipe(fitted(Sizing.Fit.INSIDE, WIDTH, HEIGHT), edits), List.of(), Optional.empty());
  }

  Shown of(byte[] source) {
    return new Shown(name, recipe, faces, Optional.of(source));
  }

  Shown with(Findings.Face... known) {
    return new Shown(name, recipe, List.of(known), own);
  }

  static Sizing fitted(Sizing.Fit fit, int width, int height) {
    return sizing(fit, width, height, Anchor.CENTER);
  }

  static Sizing sizing(Sizing.Fit fit, int width, int height, Anchor anchor) {
    return new Sizing(
        new Length.Pixels(width), new Length.Pixels(height), fit, anchor, false, true);
  }

  static Recipe recipe(Sizing sizing, Edit... edits) {
    return new Recipe(
        Input.FIRST_FRAME,
        Optional.empty(),
        Optional.empty(),
        sizing,
        Flips.NONE,
        List.of(edits),
        Output.AS_SOURCE);
  }
}
