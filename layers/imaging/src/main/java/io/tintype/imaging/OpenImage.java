package io.tintype.imaging;

import java.util.List;
import java.util.Map;

/// A source that is being worked on; its pixels are decoded once, however many plans are
/// rendered. For one thread.
public interface OpenImage extends AutoCloseable {

  /// Says beforehand what is going to be rendered, as far as it is known, so that what is decoded
  /// for measuring and previews does for that too. Changes no picture.
  ///
  /// @param plans may turn out otherwise once everything is measured
  default void expect(List<Plan> plans) {}

  /// @throws TintypeException CORRUPT when the pixels can't be decoded
  Findings measure(Needs needs);

  /// The first frame, fitted into `maxSide` pixels, for placeholders and colours. From the same
  /// decode.
  ///
  /// @throws TintypeException CORRUPT when the pixels can't be decoded
  Raster preview(int maxSide);

  /// One outcome per plan, in their order. A plan that fails leaves the others alone.
  ///
  /// @param operands the pictures that [Recipe#inputs()] names
  /// @throws TintypeException CORRUPT when the pixels can't be decoded at all
  List<Outcome> render(List<Plan> plans, Map<String, Source> operands);

  /// How long it took so far; nothing where an engine can't tell.
  default StepTimes times() {
    return new StepTimes();
  }

  @Override
  void close();
}
