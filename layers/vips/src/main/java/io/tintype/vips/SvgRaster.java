package io.tintype.vips;

import io.tintype.imaging.Box;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.header.SvgDocument;
import java.time.Duration;

/// Draws parts of an SVG as pixels in memory, straight 8-bit sRGB with alpha.
record SvgRaster(Vips vips, SvgDocument document) {

  /// What is drawn.
  ///
  /// @param part in pixels of the whole
  /// @param whole size of all of it
  record View(Box part, Size whole) {

    static View all(Size whole) {
      return new View(Box.of(whole), whole);
    }
  }

  /// Whatever is asked for; the rest is enlarging.
  static final long MOST_PIXELS = 4_000_000;

  /// Elements times pixels that are drawn without a trial before. A radial gradient over a
  /// megapixel takes about 25 ms, most else a tenth of that.
  private static final long WITHOUT_TRIAL = 200_000_000;

  private static final Duration LONGEST = Duration.ofSeconds(10);

  /// A part as large as asked for, or with the same shape and [#MOST_PIXELS] at most.
  ///
  /// @param owner of the result
  Image draw(View view, Size asked, Scope owner) {
    Size size = fitted(asked);
    if (document.elements() * size.pixels() > WITHOUT_TRIAL) {
      requireTime(view, size);
    }
    return drawn(view, size, owner);
  }

  static Size fitted(Size asked) {
    if (asked.pixels() <= MOST_PIXELS) {
      return asked;
    }
    double scale = Math.sqrt((double) MOST_PIXELS / asked.pixels());
    int width = Math.max(1, (int) (asked.width() * scale));
    int height = Math.max(1, (int) (asked.height() * scale));
    return new Size(
        (int) Math.min(width, MOST_PIXELS / height), (int) Math.min(height, MOST_PIXELS));
  }

  /// What overlaps how often can't be told from the file, so small drawings are timed: their
  /// difference is what pixels take. Native code can't be stopped once it draws.
  private void requireTime(View view, Size size) {
    long few = nanos(view, smaller(size, 32));
    long more = nanos(view, smaller(size, 16));
    // The first guess is a rough one.
    requireTime(expected(few, more, 16), LONGEST.multipliedBy(4));
    long most = nanos(view, smaller(size, 8));
    requireTime(expected(more, most, 8), LONGEST);
  }

  /// For the whole, from two drawings of which the second has four times as many pixels.
  ///
  /// @param shrink how often the second goes into the whole, along each side
  private static Duration expected(long few, long more, int shrink) {
    long others = (long) shrink * shrink - 1;
    return Duration.ofNanos(more + Math.max(0, more - few) * others * 4 / 3);
  }

  private static void requireTime(Duration expected, Duration longest) {
    if (expected.compareTo(longest) > 0) {
      throw new TintypeException(
          Reason.TOO_LARGE,
          "Expected an SVG that is drawn in "
              + LONGEST.toSeconds()
              + " seconds but received one that takes about "
              + expected.toSeconds());
    }
  }

  private long nanos(View view, Size size) {
    long start = System.nanoTime();
    try (var scope = new Scope(vips)) {
      drawn(view, size, scope);
    }
    return System.nanoTime() - start;
  }

  private static Size smaller(Size size, int times) {
    return new Size(Math.max(1, size.width() / times), Math.max(1, size.height() / times));
  }

  private Image drawn(View view, Size size, Scope owner) {
    try (var bytes = NativeBytes.of(Source.of(document.framed(view.part(), view.whole(), size)));
        var passing = new Scope(vips);
        Call call = vips.call("svgload_buffer")) {
      // 96 pixels are an inch in CSS, but libvips enlarges what has more than 72
      Image image =
          call.withBytes("buffer", bytes.segment())
              .with("dpi", 96.0)
              .with("scale", 0.75)
              .image(passing);
      if (!image.size().equals(size)) {
        throw new VipsFailure("Asked for a drawing of " + size + " but found " + image.size());
      }
      return Srgb.of(image).in(owner).inMemory();
    }
  }
}
