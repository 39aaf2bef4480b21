package io.tintype.vips;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Format;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.testkit.Animation;
import io.tintype.testkit.Fixtures;
import io.tintype.testkit.GifFile;
import io.tintype.testkit.Quadrants;
import io.tintype.testkit.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Library.class)
class AnimationTest {

  private final VipsEngine engine = Library.engine();

  @Test
  void bringsGifToWebpAndBack() {
    byte[] gif = Fixtures.animatedGif();
    Rendition webp =
        Rendered.one(engine, gif, Rendered.draft(engine, gif).frames(4).as(Format.WEBP));
    assertThat(webp.frames()).isEqualTo(4);
    Animation back = animation(webp.bytes(), 4);
    assertThat(back.delaysCentis()).containsExactly(10, 20, 30, 40);
    assertThat(back.loops()).isEqualTo(OptionalInt.of(3));
    List<Quadrants> expected = Fixtures.animatedFrames();
    for (int i = 0; i < 4; i++) {
      assertThatPicture(back.frames().get(i)).within(12).showsQuarters(expected.get(i));
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "0, 0", "1, 2", "3, 4", "65535, 65535"})
  void saysInWebpHowOftenAllIsShownAndInGifHowOftenAgain(int again, int shown) {
    byte[] gif =
        new GifFile(new Size(8, 8), again, Quadrants.RED, Quadrants.BLUE)
            .box(0, 0, new Size(8, 8), Quadrants.RED, 5, GifFile.Disposal.KEEP)
            .box(0, 0, new Size(8, 8), Quadrants.BLUE, 5, GifFile.Disposal.KEEP)
            .done();
    Rendition webp =
        Rendered.one(engine, gif, Rendered.draft(engine, gif).frames(2).as(Format.WEBP));
    assertThat(loopCount(webp.bytes())).isEqualTo(shown);
    OptionalInt back = again < 0 ? OptionalInt.empty() : OptionalInt.of(Math.min(again, 65_534));
    assertThat(animation(webp.bytes(), 2).loops()).isEqualTo(back);
  }

  /// Of the chunk ANIM (RFC 9649), behind the background colour.
  private static int loopCount(byte[] webp) {
    int at = new String(webp, StandardCharsets.ISO_8859_1).indexOf("ANIM") + 12;
    return (webp[at] & 255) | (webp[at + 1] & 255) << 8;
  }

  @Test
  void rendersARealAnimation() throws IOException {
    byte[] gif = Files.readAllBytes(Shared.path("images/animated.gif"));
    var draft = Rendered.draft(engine, gif);
    int frames = draft.source().frames();
    Rendition rendition =
        Rendered.one(engine, gif, draft.frames(frames).scaled(50, 40).as(Format.WEBP));
    assertThat(Rendered.draft(engine, rendition.bytes()).source().frames()).isEqualTo(frames);
    assertThat(animation(rendition.bytes(), frames).delaysCentis())
        .isEqualTo(Animation.read(gif).delaysCentis());
  }

  private Animation animation(byte[] webp, int frames) {
    var draft = Rendered.draft(engine, webp).frames(frames).as(Format.GIF);
    return Animation.read(Rendered.one(engine, webp, draft).bytes());
  }
}
