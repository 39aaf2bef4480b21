package io.tintype.requests;

import io.tintype.imaging.Detail;

/// `blur(radius[,sigma])` as thumbor means it: a Gaussian of `sigma` (the radius when left out or
/// 0) that is cut off `radius` pixels from its middle. Cutting narrows it, so what the engine is
/// given is the standard deviation of the kernel that is left.
final class BlurFilter {

  /// Larger radii count as this one, as in thumbor.
  private static final int LARGEST_RADIUS = 150;

  private BlurFilter() {}

  static void apply(Arguments arguments, RecipeDraft draft) {
    int radius = arguments.whole(0, 1, 1_000_000);
    double sigma = arguments.has(1) ? arguments.decimal(1, 0, 1_000_000, "0..1000000") : 0;
    double effective = deviation(Math.min(radius, LARGEST_RADIUS), sigma == 0 ? radius : sigma);
    if (effective > 0) {
      draft.add(new Detail.Blur(effective));
    }
  }

  /// Standard deviation of the weights exp(-x²/2σ²) at the whole numbers -radius..radius.
  static double deviation(int radius, double sigma) {
    double weights = 1;
    double squares = 0;
    for (int x = 1; x <= radius; x++) {
      double weight = 2 * Math.exp(-0.5 * (x / sigma) * (x / sigma));
      weights += weight;
      squares += weight * x * x;
    }
    return Math.sqrt(squares / weights);
  }
}
