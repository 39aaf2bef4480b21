package io.tintype.ondemand;

import static io.tintype.ondemand.Checks.cutAt;
import static io.tintype.ondemand.Checks.file;
import static io.tintype.ondemand.Checks.pixels;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.testkit.Animation;
import io.tintype.testkit.Metadata;
import io.tintype.testkit.Picture;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Filters that say how the finished picture is written. What a file holds is read from its bytes.
final class OutputRows {

  private static final String PHOTO = "photo.png";
  private static final String JPEG = "image/jpeg";

  /// Where a PNG says how many bits a sample has, and then what its colours are.
  private static final int BIT_DEPTH = 24;

  private static final int PALETTE = 3;

  static final List<Row> ALL =
      List.of(
          row("autojpg()", PHOTO, jpeg()),
          row("autojpg(false):format(png)", PHOTO, file(Checks.PNG, "PNG")),
          row("bitdepth(2):format(png)", PHOTO, palette(4)),
          row("compression(0):format(png)", PHOTO, bytes(9_000, 12_000)),
          row("compression(9):format(png)", PHOTO, bytes(1_000, 6_000)),
          row("cover():format(gif)", "moving.gif", frames(1)),
          row("max_frames(2):format(gif)", "moving.gif", frames(2)),
          row("max_frames(9):format(gif)", "moving.gif", frames(4)),
          row("format(jpg)", PHOTO, jpeg()),
          row("format(webp)", PHOTO, file("image/webp", "WEBPVP8 ")),
          row("format(gif)", PHOTO, file("image/gif", "GIF89a")),
          row("format(tiff)", PHOTO, Checks.onlyVips("tiff", shot -> shot.shows("image/tiff"))),
          row("format(avif)", PHOTO, Checks.onlyVips("avif", file("image/avif", "ftypavif"))),
          row("keep(everything):format(jpeg)", "full.jpg", keeps(Metadata.values())),
          row("keep(profile):format(jpeg)", "full.jpg", keeps(Metadata.ICC)),
          row("keep(nothing):format(jpeg)", "full.jpg", keeps()),
          row("strip_exif():format(jpeg)", "full.jpg", keeps()),
          row("keep(everything):strip_icc():format(jpeg)", "full.jpg", keeps()),
          row("keep(everything):strip_metadata():format(jpeg)", "full.jpg", keeps()),
          row("lossless():format(webp)", PHOTO, file("image/webp", "WEBPVP8L")),
          row("max_bytes(1200):format(jpeg)", PHOTO, jpeg(400, 1_200)),
          row("palette():format(png)", PHOTO, palette(256)),
          row("quality(95):format(jpeg)", PHOTO, jpeg(1_800, 5_000)),
          row("quality(20):format(jpeg)", PHOTO, jpeg(500, 1_300)),
          row(
              "to_colorspace(srgb):format(png)",
              PHOTO,
              pixels(PHOTO, Specimens.SIZE, 0, cutAt(0, 0))));

  private OutputRows() {}

  private static Row row(String filters, String image, Row.Check check) {
    int strips = filters.indexOf("strip_");
    String name = filters.substring(Math.max(0, strips), filters.indexOf('(', Math.max(0, strips)));
    return Row.filter(name, "filters:" + filters, image, check);
  }

  private static Row.Check jpeg(int least, int most) {
    return Checks.all(
        shot -> shot.shows(JPEG).picture(),
        shot -> assertThat(shot.body()).hasSizeBetween(least, most));
  }

  /// The photo, as far as a JPEG shows it.
  private static Row.Check jpeg() {
    return shot -> {
      Picture found = shot.shows(JPEG).picture();
      Picture photo = Specimens.picture(PHOTO);
      assertThat(found.size()).isEqualTo(photo.size());
      for (int x = 0; x < 64; x += 8) {
        int grey = photo.at(x, 44).red();
        assertThat(found.at(x, 44).red()).isBetween(grey - 12, grey + 12);
      }
    };
  }

  private static Row.Check bytes(int least, int most) {
    return Checks.all(
        pixels(PHOTO, Specimens.SIZE, 0, cutAt(0, 0)),
        shot -> assertThat(shot.body()).hasSizeBetween(least, most));
  }

  private static Row.Check palette(int most) {
    return shot -> {
      byte[] file = shot.shows(Checks.PNG).body();
      assertThat(file[BIT_DEPTH + 1]).isEqualTo((byte) PALETTE);
      if (shot.engine().equals("vips")) {
        assertThat(1 << file[BIT_DEPTH]).isEqualTo(most);
      }
      assertThat(Arrays.stream(shot.picture().argb()).distinct().count())
          .isBetween(most / 8L, (long) most);
    };
  }

  private static Row.Check frames(int count) {
    return shot ->
        assertThat(Animation.read(shot.shows("image/gif").body()).frames()).hasSize(count);
  }

  private static Row.Check keeps(Metadata... kinds) {
    Set<Metadata> expected = new HashSet<>(List.of(kinds));
    expected.remove(Metadata.COMMENT);
    return shot -> assertThat(Metadata.in(shot.shows(JPEG).body())).isEqualTo(expected);
  }
}
