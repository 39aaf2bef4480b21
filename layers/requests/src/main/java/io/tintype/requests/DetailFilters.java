package io.tintype.requests;

import io.tintype.imaging.Detail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Filters that look at a pixel's neighbours.
final class DetailFilters {

  private static final int MOST_WEIGHTS = 101 * 101;

  static final Map<String, Filter> ALL =
      Map.ofEntries(
          Filter.of("blur", "(radius[,sigma])", BlurFilter::apply),
          Filter.edit("convolution", "(weights,columns[,normalize])", DetailFilters::convolution),
          Filter.of("pixelate", "([block])", DetailFilters::pixelate),
          Filter.of("sharpen", "(amount[,radius[,luminance_only]])", DetailFilters::sharpen));

  private DetailFilters() {}

  private static Detail convolution(Arguments arguments) {
    List<Double> weights = new ArrayList<>();
    for (String weight : arguments.text(0).split(";", MOST_WEIGHTS + 1)) {
      weights.add(arguments.decimal(0, weight.strip(), -1_000_000, 1_000_000));
    }
    int columns = arguments.whole(1, 1, 101);
    if (weights.size() % columns != 0) {
      throw arguments.wrong(1, "columns that divide " + weights.size() + " weights evenly");
    }
    boolean normalize = !arguments.has(2) || arguments.flag(2);
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    double scale = normalize && sum != 0 ? sum : 1;
    return new Detail.Convolve(columns, weights.size() / columns, weights, scale, 0);
  }

  private static void pixelate(Arguments arguments, RecipeDraft draft) {
    int side = arguments.has(0) ? arguments.whole(0, 1, 1000) : 10;
    if (side > 1) {
      draft.add(new Detail.Pixelate(side));
    }
  }

  /// Three arguments are thumbor's unsharp mask. One is imagor's sharpening of lightness, and of
  /// two imagor takes the second: libvips's with sigma 1 + 2 * value, x1 = 1, m2 = 2.
  private static void sharpen(Arguments arguments, RecipeDraft draft) {
    if (!arguments.has(2)) {
      double value = arguments.decimal(arguments.has(1) ? 1 : 0, 0, 4.5);
      draft.add(new Detail.Sharpen(1 + 2 * value, 0, 2, 1, 10, 20));
      return;
    }
    double amount = arguments.decimal(0, 0, 10);
    double radius = arguments.decimal(1, 0, 50);
    boolean luminanceOnly = arguments.flag(2);
    if (amount > 0) {
      draft.add(new Detail.UnsharpMask(amount, radius, luminanceOnly));
    }
  }
}
