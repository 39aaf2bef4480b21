package io.tintype.vips;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tintype.imaging.Format;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Raster;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.testkit.Fixtures;
import io.tintype.testkit.Picture;
import io.tintype.testkit.Shared;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Library.class)
class RealPicturesTest {

  private final VipsEngine engine = Library.engine();

  @Test
  void readsAvif() throws IOException {
    byte[] file = Files.readAllBytes(Shared.path("images/image.avif"));
    var draft = Rendered.draft(engine, file);
    Size half = new Size(draft.scaled().width() / 2, draft.scaled().height() / 2);
    Rendition rendition =
        Rendered.one(engine, file, draft.scaled(half.width(), half.height()).as(Format.JPEG));
    assertThatPicture(rendition.bytes()).hasSize(half);
  }

  @Test
  void readsAHundredMegapixels() throws IOException {
    Raster raster = preview(Source.of(Files.readAllBytes(Shared.path("images/huge.jpg"))), 200);
    assertThat(raster.size()).isEqualTo(new Size(187, 200));
  }

  @Test
  void showsAPhotoInCmykAsInRgb() throws IOException {
    Raster rgb = preview(Source.of(Files.readAllBytes(Shared.path("images/photo.jpg"))), 80);
    Raster cmyk = preview(Source.of(Files.readAllBytes(Shared.path("images/cmyk-exif.jpg"))), 80);
    assertThat(cmyk.size()).isEqualTo(rgb.size().turned());
    for (int shift = 0; shift < 24; shift += 8) {
      assertThat(mean(cmyk, shift)).isCloseTo(mean(rgb, shift), within(8.0));
    }
  }

  private static double mean(Raster picture, int shift) {
    return Arrays.stream(picture.argb()).map(pixel -> pixel >> shift & 255).average().orElseThrow();
  }

  @Test
  void readsSourcesOutsideTheHeapWhereTheyAre() {
    byte[] file = Fixtures.gradientPng(new Size(120, 90));
    ByteBuffer direct = ByteBuffer.allocateDirect(file.length).put(file).flip();
    assertThat(preview(Source.of(direct), 60).argb())
        .isEqualTo(preview(Source.of(file), 60).argb());
  }

  @Test
  void worksForVirtualThreads() throws Exception {
    byte[] file = Fixtures.jpeg(new Size(400, 300));
    Plan plan = Rendered.draft(engine, file).scaled(80, 60).plan();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Rendition>>> all = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        all.add(threads.submit(() -> Rendered.all(engine, file, List.of(plan))));
      }
      for (var one : all) {
        assertThatPicture(Picture.decode(one.get().getFirst().bytes())).hasSize(80, 60);
      }
    }
  }

  @Test
  void refusesAvifThatWouldTakeTooLong() {
    byte[] file = Fixtures.png();
    var draft = Rendered.draft(engine, file).scaled(4000, 2001).as(Format.AVIF);
    assertThatThrownBy(() -> Rendered.one(engine, file, draft)).hasMessageContaining("8000000");
  }

  @Test
  void rendersAsMuchAloneAsAmongOthers() {
    byte[] file = Fixtures.jpeg(new Size(1600, 1200));
    var draft = Rendered.draft(engine, file);
    Plan small = draft.scaled(100, 75).plan();
    Plan large = draft.scaled(1200, 900).plan();
    Picture alone = Picture.decode(Rendered.all(engine, file, List.of(small)).getFirst().bytes());
    Picture among =
        Picture.decode(Rendered.all(engine, file, List.of(large, small)).getLast().bytes());
    // Alone it is shrunk by the decoder, among others by us: edges differ a little.
    assertThatPicture(among).within(24).looksLike(alone);
  }

  private Raster preview(Source source, int side) {
    try (OpenImage image = engine.open(source, engine.inspect(source, Limits.DEFAULT))) {
      assertThat(image.render(List.of(), Map.of())).isEmpty();
      return image.preview(side);
    }
  }
}
