package io.tintype.imaging;

import java.util.Optional;

/// What was measured, in pixels of the upright source before [Input#quarterTurns()], which the
/// [Planner] applies to them.
///
/// @param trimmed what is left after [Recipe#trim()]; empty when not asked for or when nothing
///     would be left
/// @param attention centre of the most interesting part
public record Findings(Optional<Box> trimmed, Optional<Point> attention) {

  public static final Findings NONE = new Findings(Optional.empty(), Optional.empty());

  /// A place in pixels of the upright source.
  public record Point(double x, double y) {}
}
