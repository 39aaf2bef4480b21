package io.tintype.thumbnailator;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tintype.imaging.Color;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Raster;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.Turning;
import io.tintype.testkit.Picture;
import io.tintype.testkit.Shared;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// Pictures that weren't made for tests.
class RealPicturesTest {

  private static final ThumbnailatorEngine ENGINE = new ThumbnailatorEngine();

  @Test
  void showsAPhotoInCmykAsInRgb() throws IOException {
    // The CMYK one is stored like the other and is to be turned clockwise.
    Raster rgb = preview("images/photo.jpg", 80);
    Raster cmyk = preview("images/cmyk-exif.jpg", 80);
    assertThat(cmyk.size()).isEqualTo(rgb.size().turned());
    int[] back = Turning.by(3, cmyk.size()).seen(cmyk.argb(), cmyk.size());
    assertThat(meanDifference(rgb.argb(), back)).isLessThan(12);
  }

  @Test
  void showsTheSamePhotoInJpegAndPng() throws IOException {
    Raster jpeg = preview("images/photo.jpg", 100);
    Raster png = preview("images/photo.png", 100);
    assertThat(meanDifference(jpeg.argb(), png.argb())).isLessThan(6);
  }

  @Test
  void readsLossyWebp() throws IOException {
    assertThatPicture(Picture.of(preview("images/image.webp", 100)))
        .hasSize(75, 100)
        .within(12)
        .shows(Color.opaque(0, 0, 255), 40, 1)
        .shows(Color.WHITE, 40, 98);
  }

  @Test
  void readsSixteenBitsWithTransparency() throws IOException {
    Picture mark = Picture.of(preview("images/watermark.png", 30));
    assertThat(mark.at(0, 0).alpha()).isZero();
    assertThatPicture(mark).within(16).shows(Color.opaque(153, 0, 0), 15, 5);
  }

  @Test
  void readsAHundredMegapixelsWithoutASecondCopyOfThem() throws IOException {
    byte[] file = Files.readAllBytes(Shared.path("images/huge.jpg"));
    var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = memory.getCurrentThreadAllocatedBytes();
    Raster raster = preview(file, 200);
    // The pixels take 300 MB, half and quarter sizes 130 MB, the decoder's lines pass by.
    assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(900_000_000);
    assertThat(raster.size()).isEqualTo(new Size(187, 200));
  }

  private static Raster preview(String name, int side) throws IOException {
    return preview(Files.readAllBytes(Shared.path(name)), side);
  }

  private static Raster preview(byte[] file, int side) {
    Source source = Source.of(file);
    SourceInfo info = ENGINE.inspect(source, Limits.DEFAULT);
    try (OpenImage image = ENGINE.open(source, info)) {
      return image.preview(side);
    }
  }

  private static double meanDifference(int[] one, int[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      for (int shift : new int[] {0, 8, 16}) {
        sum += Math.abs(((one[i] >> shift) & 255) - ((other[i] >> shift) & 255));
      }
    }
    return sum / one.length / 3;
  }
}
