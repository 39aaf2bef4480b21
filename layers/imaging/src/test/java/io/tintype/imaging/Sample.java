package io.tintype.imaging;

import io.tintype.imaging.Sizing.Fit;
import io.tintype.imaging.Sizing.Length;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Shorthand for recipes and sources in the tests of the geometry.
final class Sample {

  static final Capabilities ALL =
      new Capabilities(
          EnumSet.allOf(Format.class),
          EnumSet.of(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP),
          EnumSet.of(Format.GIF, Format.WEBP),
          Set.of());

  private Sample() {}

  static SourceInfo jpeg(int width, int height) {
    return new SourceInfo(
        Format.JPEG, new Size(width, height), Orientation.TOP_LEFT, 1, false, false, 1000);
  }

  static SourceInfo gif(int width, int height, int frames) {
    return new SourceInfo(
        Format.GIF, new Size(width, height), Orientation.TOP_LEFT, frames, true, frames > 1, 1000);
  }

  /// A wanted side as in a thumbor URL: a number, `orig`, or 0 for automatic.
  static Length side(String text) {
    return switch (text) {
      case "0" -> new Length.Auto();
      case "orig" -> new Length.Original();
      default -> new Length.Pixels(Integer.parseInt(text));
    };
  }

  /// A sizing as in a thumbor URL, `300x0`, centred, with what thumbor's own URLs may enlarge.
  static Sizing sizing(Fit fit, String wanted) {
    String[] sides = wanted.split("x", -1);
    return new Sizing(
        side(sides[0]),
        side(sides[1]),
        fit,
        Anchor.CENTER,
        false,
        fit != Fit.INSIDE && fit != Fit.CONTAIN);
  }

  static Sizing at(Anchor anchor, Sizing sizing) {
    return new Sizing(
        sizing.width(), sizing.height(), sizing.fit(), anchor, sizing.adaptive(), sizing.enlarge());
  }

  static Sizing adaptive(Sizing sizing) {
    return new Sizing(
        sizing.width(), sizing.height(), sizing.fit(), sizing.anchor(), true, sizing.enlarge());
  }

  static Sizing enlarge(boolean enlarge, Sizing sizing) {
    return new Sizing(
        sizing.width(), sizing.height(), sizing.fit(), sizing.anchor(), sizing.adaptive(), enlarge);
  }

  static Recipe recipe(Sizing sizing, Edit... edits) {
    return new Recipe(
        Input.ALL_FRAMES,
        Optional.empty(),
        Optional.empty(),
        sizing,
        Flips.NONE,
        List.of(edits),
        Output.AS_SOURCE);
  }

  static Recipe crop(Crop crop, Recipe recipe) {
    return new Recipe(
        recipe.input(),
        recipe.trim(),
        Optional.of(crop),
        recipe.sizing(),
        recipe.flips(),
        recipe.edits(),
        recipe.output());
  }

  static Recipe trim(Recipe recipe) {
    return new Recipe(
        recipe.input(),
        Optional.of(new Trim(Trim.Corner.TOP_LEFT, 0)),
        recipe.crop(),
        recipe.sizing(),
        recipe.flips(),
        recipe.edits(),
        recipe.output());
  }

  static Recipe turned(int quarters, Recipe recipe) {
    return new Recipe(
        new Input(recipe.input().maxFrames(), quarters),
        recipe.trim(),
        recipe.crop(),
        recipe.sizing(),
        recipe.flips(),
        recipe.edits(),
        recipe.output());
  }
}
