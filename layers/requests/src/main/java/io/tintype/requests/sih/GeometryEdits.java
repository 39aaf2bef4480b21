package io.tintype.requests.sih;

import io.tintype.imaging.Crop;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Trim;
import java.util.List;
import java.util.Optional;

/// What `edits` says of shape and size, as a recipe has it.
///
/// @param quarterTurns of the source
/// @param steps on the sized picture
record GeometryEdits(
    int quarterTurns,
    Optional<Trim> trim,
    Optional<Crop> crop,
    Sizing sizing,
    Flips flips,
    List<Edit> steps) {

  GeometryEdits {
    steps = List.copyOf(steps);
  }
}
