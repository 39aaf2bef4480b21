package io.tintype.imaging;

import java.util.Optional;

/// What must be known of the pixels before a recipe can be planned.
///
/// @param faces whether it makes a difference where the faces are
public record Needs(Optional<Trim> trim, boolean attention, boolean faces) {

  public static final Needs NOTHING = new Needs(Optional.empty(), false, false);

  public Needs(Optional<Trim> trim, boolean attention) {
    this(trim, attention, false);
  }

  /// Whether the engine has nothing to measure.
  public boolean none() {
    return trim.isEmpty() && !attention;
  }
}
