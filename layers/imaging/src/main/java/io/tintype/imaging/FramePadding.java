package io.tintype.imaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes room for the frames of a recipe, as thumbor does: where a nine-patch marks what it keeps
/// free for the picture, the picture gets a white border before the frame is laid over it. Done
/// before planning, since a frame's marks are in its pixels.
public final class FramePadding {

  private final ImageEngine engine;
  private final Limits limits;

  public FramePadding(ImageEngine engine, Limits limits) {
    this.engine = engine;
    this.limits = limits;
  }

  /// Whether a recipe may need it.
  public static boolean matters(Recipe recipe) {
    return recipe.edits().stream().anyMatch(Drawing.Frame.class::isInstance);
  }

  /// The recipe with the borders that its frames ask for.
  ///
  /// @param operands at least its frames
  /// @throws TintypeException whatever is wrong with one of them
  public Recipe around(Recipe recipe, Map<String, Source> operands) {
    if (!matters(recipe)) {
      return recipe;
    }
    Map<String, Optional<Geometry.Pad>> known = new HashMap<>();
    List<Edit> edits = new ArrayList<>();
    for (Edit edit : recipe.edits()) {
      if (edit instanceof Drawing.Frame(String image)) {
        known.computeIfAbsent(image, name -> padding(name, operands)).ifPresent(edits::add);
      }
      edits.add(edit);
    }
    return recipe.withEdits(edits);
  }

  private Optional<Geometry.Pad> padding(String name, Map<String, Source> operands) {
    Source frame = operands.get(name);
    if (frame == null) {
      throw new IllegalArgumentException("The frame " + name + " is missing");
    }
    SourceInfo info = engine.inspect(frame, limits);
    try (OpenImage image = engine.open(frame, info)) {
      Size size = info.size();
      return NinePatch.padding(image.preview(Math.max(size.width(), size.height())));
    }
  }
}
