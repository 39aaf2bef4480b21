package io.tintype.vips;

import java.lang.System.Logger.Level;

/// Brings any picture to 8-bit sRGB with three bands, or four with alpha.
final class Srgb {

  /// A `VipsIntent`: as browsers and sharp show pictures. Colours that sRGB lacks move together
  /// with their neighbours instead of being cut off.
  private static final int PERCEPTUAL = 0;

  private Srgb() {}

  static Image of(Image image) {
    return of(image, /* ownColours= */ false);
  }

  /// @param ownColours whether RGB with a profile keeps its numbers, because the profile is kept
  static Image of(Image image, boolean ownColours) {
    boolean rgb = image.interpretation() != Image.CMYK;
    Image converted = ownColours && rgb ? image : byProfile(image);
    if (converted.interpretation() != Image.SRGB) {
      converted = converted.run("colourspace", call -> call.with("space", Image.SRGB));
    }
    converted = converted.cast(Image.UCHAR);
    int wanted = converted.alpha() ? 4 : 3;
    return converted.bands() > wanted ? converted.bandsFrom(0, wanted) : converted;
  }

  /// By the embedded profile, or for CMYK without one by libvips's own. A profile that can't be
  /// used counts as none, as in browsers.
  private static Image byProfile(Image image) {
    boolean cmyk = image.interpretation() == Image.CMYK;
    if (image.interpretation() == Image.LABS || !(cmyk || image.hasProfile())) {
      return image;
    }
    try {
      return image.run(
          "icc_transform",
          call -> {
            call.with("output_profile", "srgb").with("embedded", true).with("depth", 8);
            call.with("intent", PERCEPTUAL);
            return cmyk ? call.with("input_profile", "cmyk") : call;
          });
    } catch (VipsFailure e) {
      // Asked for here: a process's first logger takes a while, and hardly any needs this one.
      System.getLogger(Srgb.class.getName()).log(Level.DEBUG, "an embedded profile is left out", e);
      return image;
    }
  }
}
