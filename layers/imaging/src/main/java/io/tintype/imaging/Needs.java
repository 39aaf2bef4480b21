package io.tintype.imaging;

import java.util.Optional;

/// What must be measured in the pixels before a recipe can be planned.
public record Needs(Optional<Trim> trim, boolean attention) {

  public static final Needs NOTHING = new Needs(Optional.empty(), false);

  public boolean none() {
    return trim.isEmpty() && !attention;
  }
}
