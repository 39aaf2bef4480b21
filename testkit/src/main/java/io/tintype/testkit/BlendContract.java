package io.tintype.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Blend;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Offset;
import io.tintype.imaging.Source;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Blending gives what the W3C's Compositing and Blending Level 1 says, worked out here in another
/// way than in the engines.
interface BlendContract extends EngineUnderTest {

  int SIDE = 40;

  @Test
  default void blendsColoursAsTheSpecificationSays() {
    BufferedImage ground = random(1, BufferedImage.TYPE_INT_ARGB);
    BufferedImage top = random(2, BufferedImage.TYPE_INT_ARGB);
    for (Blend blend : Blend.values()) {
      assertBlended(blend, ground, top, 0);
    }
  }

  @Test
  default void blendsOverOpaquePictures() {
    BufferedImage ground = random(3, BufferedImage.TYPE_INT_RGB);
    BufferedImage top = random(4, BufferedImage.TYPE_INT_ARGB);
    for (Blend blend : Blend.values()) {
      assertBlended(blend, ground, top, 0);
    }
  }

  @Test
  default void blendsNothingBesideTheMark() {
    BufferedImage ground = random(5, BufferedImage.TYPE_INT_ARGB);
    BufferedImage top = random(6, BufferedImage.TYPE_INT_RGB);
    for (Blend blend : Blend.values()) {
      assertBlended(blend, ground, top, 15);
    }
  }

  private void assertBlended(Blend blend, BufferedImage ground, BufferedImage top, int at) {
    byte[] file = Fixtures.png(ground);
    Edit edit =
        new Drawing.Watermark(
            "mark",
            new Offset.Pixels(at),
            new Offset.Pixels(at),
            0,
            Optional.empty(),
            Optional.empty(),
            blend);
    Map<String, Source> mark = Map.of("mark", Source.of(Fixtures.png(top)));
    Picture blended = see(render(file, draft(file).edits(edit), mark));
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int above = x < at || y < at ? 0 : top.getRGB(x - at, y - at);
        int found = blended.argb()[y * SIDE + x];
        String what =
            "%s of %08x over %08x at %d,%d gives %08x"
                .formatted(blend, above, ground.getRGB(x, y), x, y, found);
        assertFormula(what, blend, above, ground.getRGB(x, y), found);
      }
    }
  }

  /// Two levels off at most, as far as they are seen, where the colours of translucent pixels may
  /// have lost some on their way through colours multiplied by alpha.
  private static void assertFormula(String what, Blend blend, int above, int below, int found) {
    double alpha = (found >>> 24) / 255.0;
    assertThat(Math.abs((found >>> 24) - Formulas.alpha(blend, above, below)))
        .as(what)
        .isLessThanOrEqualTo(2);
    for (int shift = 0; shift < 24; shift += 8) {
      double least = 255;
      double most = 0;
      for (int source : near(above, shift)) {
        for (int backdrop : near(below, shift)) {
          double expected = Formulas.blended(blend, above, source, below, backdrop);
          least = Math.min(least, expected);
          most = Math.max(most, expected);
        }
      }
      assertThat(((found >> shift) & 255) * alpha).as(what).isBetween(least - 2, most + 2);
    }
  }

  private static int[] near(int argb, int shift) {
    int level = (argb >> shift) & 255;
    int alpha = argb >>> 24;
    int lost = alpha == 255 || alpha == 0 ? 0 : (127 + alpha) / alpha;
    int least = Math.max(0, level - lost);
    return IntStream.rangeClosed(least, Math.min(255, level + lost)).toArray();
  }

  private static BufferedImage random(long seed, int type) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var image = new BufferedImage(SIDE, SIDE, type);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int argb = 0;
        for (int i = 0; i < 4; i++) {
          // Of almost invisible pixels the colours say nothing.
          int level =
              switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> 255;
                default -> random.nextInt(256);
              };
          argb = (argb << 8) | level;
        }
        image.setRGB(x, y, argb);
      }
    }
    return image;
  }

  /// Everything as 0..1, one channel at a time.
  final class Formulas {

    /// `B(Cb, Cs)`
    private static final Map<Blend, DoubleBinaryOperator> MIXES = new EnumMap<>(Blend.class);

    /// What of the source and of the backdrop remains, by the other's alpha.
    private static final Map<Blend, DoubleBinaryOperator[]> SHARES = new EnumMap<>(Blend.class);

    static {
      DoubleBinaryOperator hardLight =
          (cb, cs) -> cs <= 0.5 ? cb * (2 * cs) : cb + (2 * cs - 1) - cb * (2 * cs - 1);
      MIXES.put(Blend.MULTIPLY, (cb, cs) -> cb * cs);
      MIXES.put(Blend.SCREEN, (cb, cs) -> 1 - (1 - cb) * (1 - cs));
      MIXES.put(Blend.OVERLAY, (cb, cs) -> hardLight.applyAsDouble(cs, cb));
      MIXES.put(Blend.DARKEN, Math::min);
      MIXES.put(Blend.LIGHTEN, Math::max);
      MIXES.put(
          Blend.COLOUR_DODGE, (cb, cs) -> cb == 0 ? 0 : cs == 1 ? 1 : Math.min(1, cb / (1 - cs)));
      MIXES.put(
          Blend.COLOUR_BURN,
          (cb, cs) -> cb == 1 ? 1 : cs == 0 ? 0 : 1 - Math.min(1, (1 - cb) / cs));
      MIXES.put(Blend.HARD_LIGHT, hardLight);
      MIXES.put(
          Blend.SOFT_LIGHT,
          (cb, cs) -> {
            double d = cb <= 0.25 ? ((16 * cb - 12) * cb + 4) * cb : Math.sqrt(cb);
            return cs <= 0.5 ? cb - (1 - 2 * cs) * cb * (1 - cb) : cb + (2 * cs - 1) * (d - cb);
          });
      MIXES.put(Blend.DIFFERENCE, (cb, cs) -> Math.abs(cb - cs));
      MIXES.put(Blend.EXCLUSION, (cb, cs) -> cb + cs - 2 * cb * cs);

      share(Blend.CLEAR, (s, b) -> 0, (s, b) -> 0);
      share(Blend.SOURCE, (s, b) -> 1, (s, b) -> 0);
      share(Blend.DEST, (s, b) -> 0, (s, b) -> 1);
      share(Blend.OVER, (s, b) -> 1, (s, b) -> 1 - s);
      share(Blend.DEST_OVER, (s, b) -> 1 - b, (s, b) -> 1);
      share(Blend.IN, (s, b) -> b, (s, b) -> 0);
      share(Blend.DEST_IN, (s, b) -> 0, (s, b) -> s);
      share(Blend.OUT, (s, b) -> 1 - b, (s, b) -> 0);
      share(Blend.DEST_OUT, (s, b) -> 0, (s, b) -> 1 - s);
      share(Blend.ATOP, (s, b) -> b, (s, b) -> 1 - s);
      share(Blend.DEST_ATOP, (s, b) -> 1 - b, (s, b) -> s);
      share(Blend.XOR, (s, b) -> 1 - b, (s, b) -> 1 - s);
      share(Blend.ADD, (s, b) -> 1, (s, b) -> 1);
      share(Blend.SATURATE, (s, b) -> s == 0 ? 0 : Math.min(1, (1 - b) / s), (s, b) -> 1);
    }

    private Formulas() {}

    private static void share(
        Blend blend, DoubleBinaryOperator source, DoubleBinaryOperator backdrop) {
      SHARES.put(blend, new DoubleBinaryOperator[] {source, backdrop});
    }

    private static double alpha(Blend blend, int source, int backdrop) {
      double[] shares = shares(blend, source, backdrop);
      return 255 * Math.min(1, shares[0] + shares[1]);
    }

    /// One channel, 0..255, multiplied by the resulting alpha.
    ///
    /// @param source level of the channel in that colour
    private static double blended(Blend blend, int above, int source, int below, int backdrop) {
      double[] shares = shares(blend, above, below);
      double alpha = (below >>> 24) / 255.0;
      double cs = source / 255.0;
      double cb = backdrop / 255.0;
      DoubleBinaryOperator mix = MIXES.getOrDefault(blend, (_, colour) -> colour);
      double mixed = (1 - alpha) * cs + alpha * mix.applyAsDouble(cb, cs);
      return 255 * Math.min(1, shares[0] * mixed + shares[1] * cb);
    }

    private static double[] shares(Blend blend, int source, int backdrop) {
      double above = (source >>> 24) / 255.0;
      double below = (backdrop >>> 24) / 255.0;
      DoubleBinaryOperator[] shares =
          Objects.requireNonNull(SHARES.get(MIXES.containsKey(blend) ? Blend.OVER : blend));
      return new double[] {
        above * shares[0].applyAsDouble(above, below), below * shares[1].applyAsDouble(above, below)
      };
    }
  }
}
