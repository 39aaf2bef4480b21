package io.tintype.imaging;

import java.util.List;

/// Edits that look at a pixel's neighbours. [Blur] and [Pixelate] spread alpha like the colours,
/// which count as much as they are opaque. The others keep alpha and change colours only; what is
/// transparent counts as if it had the colours of what is seen near it.
public sealed interface Detail extends Edit {

  /// How far a pixel is looked for, in pixels.
  default int reach() {
    return switch (this) {
      case Blur(double sigma) -> (int) Math.ceil(3 * sigma);
      case Sharpen sharpen -> (int) Math.ceil(3 * sharpen.sigma());
      case UnsharpMask _ -> (1 << UnsharpMask.LAYERS) - 1;
      case Median(int side) -> side / 2;
      case Convolve convolve -> Math.max(convolve.width(), convolve.height()) / 2;
      case Clahe clahe -> Math.max(clahe.width(), clahe.height()) / 2;
      case Pixelate(int side) -> side - 1;
    };
  }

  /// Gaussian blur; sigma in pixels of the sized picture, above 0 and at most 150.
  record Blur(double sigma) implements Detail {

    public static final double WIDEST = 150;

    public Blur {
      Expect.that(sigma > 0 && sigma <= WIDEST, "a blur sigma above 0 and at most 150", sigma);
    }
  }

  /// Sharpens lightness (L of CIE Lab), as libvips's and sharp's `sharpen`.
  ///
  /// @param sigma of the mask, 0.01..10
  /// @param flat slope in flat areas (sharp's m1), 0..1000000
  /// @param jagged slope in jagged areas (m2), 0..1000000
  /// @param threshold between flat and jagged (x1), 0..1000000
  /// @param mostBrighter most that lightness is raised (y2), 0..1000000
  /// @param mostDarker most that it is lowered (y3), 0..1000000
  record Sharpen(
      double sigma,
      double flat,
      double jagged,
      double threshold,
      double mostBrighter,
      double mostDarker)
      implements Detail {

    public Sharpen {
      Expect.between(0.01, 10, sigma, "a sharpen sigma");
      for (double number : new double[] {flat, jagged, threshold, mostBrighter, mostDarker}) {
        Expect.between(0, 1_000_000, number, "sharpen parameters");
      }
    }

    /// With sharp's defaults for the rest.
    public Sharpen(double sigma) {
      this(sigma, 1, 2, 2, 10, 20);
    }

    /// What is added to L where it differs so much from the blurred picture: three straight parts,
    /// clamped.
    public double added(double difference) {
      double flatPart = Math.clamp(difference, -threshold, threshold);
      double added = flatPart * flat + (difference - flatPart) * jagged;
      return Math.clamp(added, -mostDarker, mostBrighter);
    }
  }

  /// Sharpens by the size of details, as thumbor's `sharpen` (its `wavelet_sharpen.c`): of five
  /// layers of detail, each twice as coarse as the one before, layer n is multiplied by
  /// 1 + amount * exp(-(n - radius)^2 / 1.5).
  ///
  /// @param amount 0..10
  /// @param radius number of the layer that is raised most, 0..50; 0 are the finest details
  /// @param luminanceOnly on luma (ITU-R BT.601), else on every channel
  record UnsharpMask(double amount, double radius, boolean luminanceOnly) implements Detail {

    static final int LAYERS = 5;

    public UnsharpMask {
      Expect.between(0, 10, amount, "a sharpen amount");
      Expect.between(0, 50, radius, "a sharpen radius");
    }

    /// By what each layer is multiplied, from the finest.
    public double[] gains() {
      double[] gains = new double[LAYERS];
      for (int layer = 0; layer < LAYERS; layer++) {
        double distance = layer - radius;
        gains[layer] = 1 + amount * Math.exp(-distance * distance / 1.5);
      }
      return gains;
    }
  }

  /// The median of a square of so many pixels a side, 1..50, of each channel and of alpha, as
  /// sharp's `median`.
  record Median(int side) implements Detail {

    public Median {
      Expect.between(1, 50, side, "a median of pixels a side");
    }
  }

  /// Sum of neighbours times weights, divided by the scale, plus the offset, of each channel and of
  /// alpha; as sharp's `convolve` and thumbor's `convolution`. Each side of the kernel 1..101 and
  /// odd.
  ///
  /// @param weights row after row
  record Convolve(int width, int height, List<Double> weights, double scale, double offset)
      implements Detail {

    public Convolve {
      weights = List.copyOf(weights);
      Expect.that(
          width % 2 == 1 && height % 2 == 1 && width <= 101 && height <= 101,
          "a kernel of 1..101 by 1..101, both odd",
          width + "x" + height);
      Expect.that(
          weights.size() == width * height, width * height + " kernel weights", weights.size());
      Expect.that(scale != 0 && Double.isFinite(scale), "a kernel scale other than 0", scale);
    }
  }

  /// Contrast-limited adaptive histogram equalisation of each channel, as sharp's `clahe`. The
  /// window is at most as large as the picture. A large picture takes a low window only, because
  /// every pixel goes through the window's height.
  ///
  /// @param width of the search window, 1..1000 pixels
  /// @param height of the search window, 1..1000 pixels
  /// @param maxSlope 0..100; 0 doesn't limit
  record Clahe(int width, int height, int maxSlope) implements Detail {

    /// Pixels times what each goes through: about ten seconds of one processor in Thumbnailator.
    private static final long MOST_STEPS = 600_000_000;

    /// What a pixel goes through whatever the window's height, in rows of the window: a histogram.
    private static final int HISTOGRAM = 50;

    public Clahe {
      Expect.between(1, 1000, width, "a CLAHE window of pixels");
      Expect.between(1, 1000, height, "a CLAHE window of pixels");
      Expect.between(0, 100, maxSlope, "a CLAHE slope");
    }

    /// @throws TintypeException BAD_REQUEST where the window is too high for a picture so large
    void requireTime(Size picture, int frames) {
      long most = MOST_STEPS / (picture.pixels() * frames) - HISTOGRAM;
      if (most < 1) {
        throw new TintypeException(
            Reason.BAD_REQUEST,
            "Expected a picture of at most "
                + MOST_STEPS / (HISTOGRAM + 1)
                + " pixels for CLAHE but received "
                + of(picture, frames));
      }
      if (Math.min(height, picture.height()) > most) {
        throw new TintypeException(
            Reason.BAD_REQUEST,
            "Expected a CLAHE window 1.."
                + most
                + " pixels high in "
                + of(picture, frames)
                + " but received "
                + height);
      }
    }
  }

  private static String of(Size picture, int frames) {
    return frames == 1 ? "a picture of " + picture : frames + " frames of " + picture;
  }

  /// Squares of so many pixels a side, 1..65535, show their mean; those at the right and the bottom
  /// may be cut.
  record Pixelate(int side) implements Detail {

    public Pixelate {
      Expect.between(1, 65_535, side, "blocks of pixels a side");
    }
  }
}
