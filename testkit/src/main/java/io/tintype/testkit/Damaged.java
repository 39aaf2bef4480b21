package io.tintype.testkit;

import io.tintype.imaging.Size;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A file that is broken, named by its defect.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Damaged(String defect, byte[] file) {

  @Override
  public String toString() {
    return defect;
  }

  /// Files that end too early, cut where the pixels have begun.
  public static List<Damaged> truncated() {
    byte[] jpeg = Fixtures.jpeg(new Size(400, 300));
    byte[] png = Fixtures.gradientPng(new Size(200, 150));
    byte[] gif = Fixtures.animatedGif();
    return List.of(
        new Damaged("JPEG cut in half", cut(jpeg, 0.5)),
        new Damaged("JPEG without its last tenth", cut(jpeg, 0.9)),
        new Damaged("progressive JPEG cut in half", cut(Fixtures.progressiveJpeg(), 0.7)),
        new Damaged("PNG cut in half", cut(png, 0.5)),
        new Damaged("PNG without its last tenth", cut(png, 0.9)),
        new Damaged("GIF cut in its first frame", cut(gif, 0.3)),
        new Damaged("WebP cut in half", cut(Fixtures.transparentWebp(), 0.5)));
  }

  /// Files that aren't what they seem.
  public static List<Damaged> notPictures() {
    return List.of(
        new Damaged("empty", new byte[0]),
        new Damaged("one byte", new byte[] {(byte) 0xFF}),
        new Damaged("text named .jpg", "This is not a picture.\n".getBytes(StandardCharsets.UTF_8)),
        new Damaged("start of a JPEG only", cut(Fixtures.jpeg(), 0.005)),
        new Damaged("start of a PNG only", Arrays.copyOf(Fixtures.png(), 12)));
  }

  /// A file of under a hundred kilobytes that would need gigabytes.
  public static Damaged bomb() {
    return new Damaged(
        "PNG that claims 60000x60000 pixels",
        PngFile.claiming(Fixtures.png(), new Size(60_000, 60_000)));
  }

  public static Damaged lyingAboutItsSize() {
    return new Damaged(
        "PNG that claims more rows than it has",
        PngFile.claiming(Fixtures.png(), new Size(Fixtures.SIZE.width(), 4000)));
  }

  /// So many copies of the file, cut off, with a few bytes replaced (anywhere, or near the start
  /// where headers are), or with a part cut out or repeated; the same ones for the same seed.
  public static List<Damaged> seeded(String name, byte[] file, int count, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(i -> new Damaged(name + " " + i + " of seed " + seed, mutated(file, random)))
        .toList();
  }

  private static byte[] mutated(byte[] file, RandomGenerator random) {
    byte[] copy = file.clone();
    int from = random.nextInt(copy.length);
    int to = Math.min(copy.length, from + 1 + random.nextInt(64));
    switch (random.nextInt(5)) {
      case 0 -> {
        return new Bytes().raw(copy, 0, from).raw(copy, to, copy.length).done();
      }
      case 1 -> {
        return new Bytes().raw(copy, 0, to).raw(copy, from, copy.length).done();
      }
      case 2 -> {
        return Arrays.copyOf(copy, from);
      }
      case 3 -> {
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
          copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      default -> {
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
          copy[random.nextInt(Math.min(copy.length, 200))] = (byte) random.nextInt(256);
        }
      }
    }
    return copy;
  }

  private static byte[] cut(byte[] file, double part) {
    return Arrays.copyOf(file, Math.max(4, (int) (file.length * part)));
  }
}
