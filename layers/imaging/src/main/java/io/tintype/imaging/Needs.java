package io.tintype.imaging;

import java.util.Optional;

/// What must be known of the pixels before a recipe can be planned.
///
/// @param coarse whether the picture is needed small, see [Findings#coarse()]
/// @param faces whether it makes a difference where the faces are
/// @param page of the source that is measured, from 0
public record Needs(
    Optional<Trim> trim, boolean attention, boolean coarse, boolean faces, int page) {

  public static final Needs NOTHING = new Needs(Optional.empty(), false);

  public Needs(Optional<Trim> trim, boolean attention) {
    this(trim, attention, /* coarse= */ false, /* faces= */ false, /* page= */ 0);
  }

  /// Whether the engine has nothing to measure.
  public boolean none() {
    return trim.isEmpty() && !attention && !coarse;
  }
}
