package io.tintype.bench.compare;

import io.tintype.imaging.Format;
import java.util.List;

/// What all workers do to a photo: some widths, never enlarged, in one format.
///
/// @param name for people, and for workers to tell jobs apart
/// @param widths from the largest down
/// @param effort of AVIF, 0..9; the other formats are written with sharp's default
/// @param animated whether all frames of an animation are rendered, or the first one
record Job(
    String name, List<Integer> widths, Format format, int quality, int effort, boolean animated) {

  private static final List<Integer> FAN_OUT = List.of(1600, 800, 400, 200, 100);

  static final List<Job> ALL =
      List.of(
          new Job("fan-out JPEG", FAN_OUT, Format.JPEG, 80, 0, false),
          new Job("fan-out WebP", FAN_OUT, Format.WEBP, 80, 0, true),
          new Job("400 px JPEG", List.of(400), Format.JPEG, 80, 0, false),
          new Job("400 px WebP", List.of(400), Format.WEBP, 80, 0, true),
          new Job("800 px AVIF", List.of(800), Format.AVIF, 50, 2, false));

  boolean fanOut() {
    return widths.size() > 1;
  }
}
