package io.tintype.imaging;

import java.util.List;

/// Edits that look at one pixel at a time, or at one pixel and the picture's histogram. How they
/// round is said in [Lowering]. Alpha stays as it is unless said otherwise;
/// a picture that is opaque everywhere counts as one without alpha.
public sealed interface Tone extends Edit {

  /// Grey by luma, Y' = 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601), as Pillow's mode L.
  record Greyscale() implements Tone {}

  /// Adds 255 * percent / 100 to every channel, as thumbor's `brightness`; -100..100.
  record Brightness(int percent) implements Tone {

    public Brightness {
      Expect.percent(percent, "a brightness");
    }
  }

  /// Multiplies the distance from mid-grey by ((percent + 100) / 100)^2, as thumbor's `contrast`;
  /// -100..100.
  record Contrast(int percent) implements Tone {

    public Contrast {
      Expect.percent(percent, "a contrast");
    }
  }

  /// Adds 255 * percent / 100 to each channel, as thumbor's `rgb`; each -100..100.
  record Rgb(int red, int green, int blue) implements Tone {

    public Rgb {
      for (int percent : new int[] {red, green, blue}) {
        Expect.percent(percent, "rgb percentages");
      }
    }
  }

  /// Blends each channel towards that of a colour by 0..100 percent, as thumbor's `colorize`.
  record Colorize(int red, int green, int blue, Color color) implements Tone {

    public Colorize {
      for (int percent : new int[] {red, green, blue}) {
        Expect.between(0, 100, percent, "colorize percentages");
      }
    }
  }

  /// Moves each pixel away from (above 1) or towards (below 1) its own grey
  /// p = sqrt(0.299 R^2 + 0.587 G^2 + 0.114 B^2), as thumbor's `saturation`: p + (c - p) * factor.
  ///
  /// @param factor -100..100; 1 changes nothing, 0 is grey
  record Saturation(double factor) implements Tone {

    public Saturation {
      Expect.between(-100, 100, factor, "a saturation");
    }
  }

  /// Tone curves through the given points, as thumbor's `curve`: `all` on every channel after the
  /// channel's own. An empty list changes nothing.
  record Curve(List<Knot> all, List<Knot> red, List<Knot> green, List<Knot> blue) implements Tone {

    public Curve {
      all = List.copyOf(all);
      red = List.copyOf(red);
      green = List.copyOf(green);
      blue = List.copyOf(blue);
    }

    /// A level before and the level after, each 0..255.
    public record Knot(int before, int after) {

      public Knot {
        Expect.between(0, 255, before, "curve levels");
        Expect.between(0, 255, after, "curve levels");
      }
    }
  }

  /// `factor * level + offset` for each of red, green and blue, as sharp's `linear`.
  ///
  /// @param factors one for all channels, or three
  /// @param offsets as many
  record Linear(List<Double> factors, List<Double> offsets) implements Tone {

    public Linear {
      factors = List.copyOf(factors);
      offsets = List.copyOf(offsets);
      Expect.that(
          factors.size() == offsets.size() && (factors.size() == 1 || factors.size() == 3),
          "1 or 3 factors and as many offsets",
          factors.size() + " and " + offsets.size());
    }
  }

  /// 255 * (level / 255)^exponent; 0.1..10. Below 1 brightens.
  record Gamma(double exponent) implements Tone {

    public Gamma {
      Expect.between(0.1, 10, exponent, "a gamma exponent");
    }
  }

  /// 255 - level.
  ///
  /// @param alpha whether alpha is turned round too
  record Negate(boolean alpha) implements Tone {}

  /// Stretches L of CIE Lab so that these percentiles (0..100) become 0 and 100, as sharp's
  /// `normalise`. A picture of one lightness stays as it is.
  record Normalise(double lower, double upper) implements Tone {

    public Normalise {
      Expect.that(
          lower >= 0 && lower < upper && upper <= 100,
          "percentiles 0..100, the lower one first",
          lower + ", " + upper);
    }
  }

  /// Evens out the histogram of each channel, as thumbor's `equalize`:
  /// 255 * (pixels up to the level - pixels of the darkest) / (all pixels - pixels of the darkest).
  record Equalize() implements Tone {}

  /// White at and above the level 0..255, black below, as sharp's `threshold`.
  ///
  /// @param greyscale on luminance (libvips's `B_W`), else on each channel
  record Threshold(int level, boolean greyscale) implements Tone {

    public Threshold {
      Expect.between(0, 255, level, "a threshold");
    }
  }

  /// A matrix over red, green and blue, as sharp's `recomb`.
  ///
  /// @param weights nine, row after row; a row gives a channel, its columns take them
  record Recomb(List<Double> weights) implements Tone {

    public Recomb {
      weights = List.copyOf(weights);
      Expect.that(weights.size() == 9, "9 weights", weights.size());
    }
  }

  /// Changes lightness, chroma and hue in CIE LCh, as sharp's `modulate`.
  ///
  /// @param brightness lightness is multiplied by it, 0..100
  /// @param saturation chroma is multiplied by it, 0..100
  /// @param hue degrees added to the hue, -360..360
  /// @param lightness added to the lightness after that, -100..100
  record Modulate(double brightness, double saturation, double hue, double lightness)
      implements Tone {

    public Modulate {
      Expect.between(0, 100, brightness, "a brightness factor");
      Expect.between(0, 100, saturation, "a saturation factor");
      Expect.between(-360, 360, hue, "a hue in degrees");
      Expect.between(-100, 100, lightness, "a lightness");
    }
  }

  /// The picture's luminance as grey, to which the colour's a and b of CIE Lab are added: all of
  /// them at half the lightness, less towards black and white; as sharp's `tint`.
  record Tint(Color color) implements Tone {}

  /// One channel as grey, opaque; as sharp's `extractChannel`.
  record ExtractChannel(Channel channel) implements Tone {}

  enum Channel {
    RED,
    GREEN,
    BLUE,
    ALPHA
  }

  /// Red, green and blue combined bit by bit, as grey; as sharp's `bandbool`.
  record Bandbool(Bitwise operator) implements Tone {}

  enum Bitwise {
    AND,
    OR,
    EOR
  }

  /// Drops alpha; the colours under it appear, which may be black where it was wholly transparent.
  /// As sharp's `removeAlpha`.
  record RemoveAlpha() implements Tone {}

  /// Where there is no alpha yet, gives all pixels this one, 0..1. As sharp's `ensureAlpha`.
  record EnsureAlpha(double alpha) implements Tone {

    public EnsureAlpha {
      Expect.between(0, 1, alpha, "an alpha");
    }
  }

  /// What has the luminance of white becomes transparent, as sharp's `unflatten`.
  record Unflatten() implements Tone {}

  /// Adds to all channels of a pixel one random number from -amount/2 up to amount/2, as thumbor's
  /// `noise`; equal seeds give equal pictures.
  ///
  /// @param amount 1..255
  record Noise(int amount, long seed) implements Tone {

    public Noise {
      Expect.between(1, 255, amount, "a noise");
    }
  }
}
