package io.tintype.bench.compare;

import java.awt.image.BufferedImage;
import java.util.Random;

/// A picture with what codecs find in photos: a sky with a soft gradient, hills with detail at
/// every scale (noise in octaves, each half as strong and twice as fine), hard edges between them,
/// and grain. The same seed and size give the same pixels.
public final class Landscape {

  /// Corners of the grid that noise is interpolated on; repeats beyond it.
  private static final int GRID = 256;

  private static final int OCTAVES = 7;
  private static final int HILLS = 4;

  private final float[] corners = new float[GRID * GRID];
  private final Random random;

  public Landscape(long seed) {
    random = new Random(seed);
    for (int i = 0; i < corners.length; i++) {
      corners[i] = random.nextFloat();
    }
  }

  public BufferedImage paint(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    int[][] ridges = new int[HILLS][width];
    for (int hill = 0; hill < HILLS; hill++) {
      for (int x = 0; x < width; x++) {
        float rough = noise(4f * x / width + 31 * hill, 7 * hill);
        ridges[hill][x] = (int) (height * (0.15f + 0.2f * hill + 0.25f * rough));
      }
    }
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        row[x] = pixel(x, y, hillAt(ridges, x, y), width, height);
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    return image;
  }

  /// The nearest hill that covers a place, or -1 for the sky.
  private static int hillAt(int[][] ridges, int x, int y) {
    int hill = HILLS - 1;
    while (hill >= 0 && y < ridges[hill][x]) {
      hill--;
    }
    return hill;
  }

  private int pixel(int x, int y, int hill, int width, int height) {
    float scale = 12f / width;
    float light = noise(x * scale + 17 * hill, y * scale) - 0.5f;
    float deep = (float) y / height;
    int grain = random.nextInt(-5, 6);
    if (hill < 0) {
      return rgb(
          110 + 90 * deep + 40 * light, 150 + 60 * deep + 40 * light, 215 + 50 * light, grain);
    }
    float near = (hill + 1f) / HILLS;
    return rgb(
        70 + 60 * near + 150 * light * near,
        95 + 30 * near + 170 * light * near,
        105 - 60 * near + 110 * light * near,
        grain);
  }

  private static int rgb(float red, float green, float blue, int grain) {
    return level(red + grain) << 16 | level(green + grain) << 8 | level(blue + grain);
  }

  private static int level(float value) {
    return Math.clamp(Math.round(value), 0, 255);
  }

  /// 0..1.
  private float noise(float x, float y) {
    float sum = 0;
    float strength = 0.5f;
    float fine = 1;
    for (int octave = 0; octave < OCTAVES; octave++) {
      sum += strength * smooth(x * fine + 13 * octave, y * fine + 29 * octave);
      strength /= 2;
      fine *= 2;
    }
    return sum;
  }

  /// Between the four corners around a place.
  private float smooth(float x, float y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float across = x - left;
    float down = y - top;
    float above = corner(left, top) * (1 - across) + corner(left + 1, top) * across;
    float below = corner(left, top + 1) * (1 - across) + corner(left + 1, top + 1) * across;
    return above * (1 - down) + below * down;
  }

  private float corner(int x, int y) {
    return corners[(y & (GRID - 1)) * GRID + (x & (GRID - 1))];
  }
}
