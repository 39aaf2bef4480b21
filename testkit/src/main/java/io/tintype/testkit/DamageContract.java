package io.tintype.testkit;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.management.ThreadMXBean;
import io.tintype.imaging.Format;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/// Damaged files give a picture of the planned size or an error with a reason, nothing in
/// between; files that are too large are refused before they cost anything.
interface DamageContract extends EngineUnderTest {

  @TestFactory
  default Stream<DynamicTest> refusesWhatEndsTooEarly() {
    return Damaged.truncated().stream()
        .map(
            damaged ->
                dynamicTest(
                    damaged.defect(),
                    () ->
                        assertThat(EngineUnderTest.refusal(() -> renderAny(damaged.file())))
                            .isEqualTo(Reason.CORRUPT)));
  }

  @TestFactory
  default Stream<DynamicTest> refusesWhatIsNoPicture() {
    return Damaged.notPictures().stream()
        .map(
            damaged ->
                dynamicTest(
                    damaged.defect(),
                    () ->
                        assertThat(EngineUnderTest.refusal(() -> renderAny(damaged.file())))
                            .isIn(Reason.CORRUPT, Reason.UNSUPPORTED)));
  }

  @Test
  default void refusesHeadersThatPromiseTooManyRows() {
    assertThat(EngineUnderTest.refusal(() -> renderAny(Damaged.lyingAboutItsSize().file())))
        .isEqualTo(Reason.CORRUPT);
  }

  @TestFactory
  @Timeout(240)
  default Stream<DynamicTest> survivesSeededDamage() {
    return engine().capabilities().reads().stream()
        .sorted()
        .filter(format -> Fixtures.in(format).isPresent())
        .map(format -> dynamicTest(format.id(), () -> survives(format, 40)));
  }

  @Test
  @Timeout(120)
  default void survivesSeededDamageOfOddPictures() {
    survives("animated GIF", Fixtures.animatedGif(), 60);
    survives("animated WebP", Fixtures.animatedWebp(), 40);
    survives("CMYK JPEG", Fixtures.cmykJpeg(), 40);
    survives("progressive JPEG", Fixtures.progressiveJpeg(), 40);
    survives("16-bit PNG", Fixtures.sixteenBitPng(), 40);
    survives("JPEG full of metadata", Fixtures.jpegFullOfMetadata(), 60);
  }

  private void survives(Format format, int count) {
    survives(format.id(), Fixtures.in(format).orElseThrow(), count);
  }

  private void survives(String name, byte[] file, int count) {
    for (Damaged damaged : Damaged.seeded(name, file, count, 4711)) {
      try {
        renderAny(damaged.file());
      } catch (TintypeException e) {
        assertThat(e.getMessage()).as(damaged.defect()).isNotBlank();
        assertThat(e.reason())
            .as(damaged.defect())
            .isIn(Reason.CORRUPT, Reason.UNSUPPORTED, Reason.TOO_LARGE);
      } catch (RuntimeException | Error e) {
        throw new AssertionError(damaged.defect() + " gives " + e, e);
      }
    }
  }

  /// Everything a renderer does with an upload: a still picture, an animation, a preview.
  private void renderAny(byte[] file) {
    SourceInfo info = engine().inspect(Source.of(file), SMALL);
    Plan still = PlanDraft.of(info).scaled(20, 15).plan();
    try (OpenImage image = engine().open(Source.of(file), info)) {
      var rendition = EngineUnderTest.rendition(image.render(List.of(still), Map.of()).getFirst());
      assertThatPicture(Picture.decode(rendition.bytes())).hasSize(20, 15);
      assertThat(image.preview(16).size().width()).isLessThanOrEqualTo(16);
      if (info.animated() && engine().capabilities().animates().contains(Format.GIF)) {
        Plan moving = PlanDraft.of(info).frames(info.frames()).scaled(20, 15).as(Format.GIF).plan();
        EngineUnderTest.rendition(image.render(List.of(moving), Map.of()).getFirst());
      }
    }
  }

  @Test
  default void refusesBombsFromTheHeaderAlone() {
    byte[] bomb = Damaged.bomb().file();
    inspect(Fixtures.png());
    long before = allocated();
    assertThat(EngineUnderTest.refusal(() -> inspect(bomb))).isEqualTo(Reason.TOO_LARGE);
    assertThat(allocated() - before).isLessThan(8_000_000);
  }

  @TestFactory
  default Stream<DynamicTest> refusesBombsOfEveryKind() {
    return Bombs.all().stream().map(bomb -> dynamicTest(bomb.name(), () -> refuses(bomb)));
  }

  private void refuses(Bombs bomb) {
    EngineUnderTest.refusal(() -> inspect(bomb.file()));
    long before = allocated();
    Reason reason = EngineUnderTest.refusal(() -> inspect(bomb.file()));
    assertThat(allocated() - before).isLessThan(8_000_000);
    boolean unread = bomb.name().startsWith("SVG") && !reads(Format.SVG);
    assertThat(reason).isIn(unread ? List.of(Reason.UNSUPPORTED) : bomb.reasons());
  }

  private boolean reads(Format format) {
    return engine().capabilities().reads().contains(format);
  }

  @Test
  default void holdsSourcesToTheLimits() {
    byte[] file = Fixtures.jpeg(new Size(400, 300));
    Limits all = Limits.DEFAULT;
    var pixels = new Limits(all.maxBytes(), 119_999, 300, 8192, 20);
    var bytes = new Limits(file.length - 1, all.maxPixels(), 300, 8192, 20);
    var frames = new Limits(all.maxBytes(), all.maxPixels(), 3, 8192, 20);
    assertTooLarge(file, pixels);
    assertTooLarge(file, bytes);
    assertTooLarge(Fixtures.animatedGif(), frames);
    assertTooLarge(Fixtures.animatedGif(), new Limits(all.maxBytes(), 4799, 300, 8192, 20));
  }

  private void assertTooLarge(byte[] file, Limits limits) {
    assertThat(EngineUnderTest.refusal(() -> engine().inspect(Source.of(file), limits)))
        .isEqualTo(Reason.TOO_LARGE);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  /// Few pixels, so that damaged sizes don't make the tests slow.
  Limits SMALL = new Limits(50_000_000, 4_000_000, 300, 8192, 20);
}
