package io.tintype.pipeline.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tintype.imaging.Capabilities;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Findings.Face;
import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Needs;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Raster;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.moderation.Examination.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExaminationTest {

  private static final Source CAT = Source.of(new byte[] {'c', 'a', 't'});
  private static final String SHA256_OF_CAT =
      "77af778b51abd4a3c51c5ddd97204a9c3ae614ebccb75a606c3b6865aed6744e";
  private static final Source DOG = Source.of(new byte[] {'d', 'o', 'g'});
  private static final Wanted LABELS = new Wanted(Optional.of(50.0), false);
  private static final Wanted FACES = new Wanted(Optional.empty(), true);
  private static final Wanted BOTH = new Wanted(Optional.of(50.0), true);

  private final RehearsedEyes eyes = new RehearsedEyes();
  private final List<Plan> rendered = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "6000, 4000, 1600x1067",
    "1600, 1200, 1600x1200",
    "300, 200, 300x200",
    "20, 10, 80x80",
    "8000, 100, 1600x80",
    "79, 1000, 80x1000",
  })
  void showsAJpegOf80To1600PixelsASide(int width, int height, String shown) {
    var info = still(new Size(width, height));
    var unused = examination(info).examine(CAT, BOTH, Insights.NONE);

    assertThat(rendered).extracting(plan -> plan.result().toString()).containsExactly(shown);
    assertThat(rendered).extracting(Plan::format).containsExactly(Format.JPEG);
  }

  @ParameterizedTest
  @CsvSource({"1, '0'", "2, '0,1'", "3, '0,1,2'", "30, '0,14,29'", "300, '0,149,299'"})
  void showsTheFirstTheMiddleAndTheLastFrame(int frames, String shown) {
    var info =
        new SourceInfo(
            Format.GIF, new Size(100, 90), Orientation.TOP_LEFT, frames, false, true, 10);
    var unused = examination(info).examine(CAT, BOTH, Insights.NONE);

    List<String> pages = List.of(shown.split(","));
    assertThat(rendered).extracting(plan -> "" + plan.page()).isEqualTo(pages);
    assertThat(rendered).allSatisfy(plan -> assertThat(plan.frames()).isEqualTo(1));
    assertThat(eyes.labelCalls()).isEqualTo(pages.size());
    assertThat(eyes.faceCalls()).isEqualTo(1);
  }

  @Test
  void takesThePaddingOutOfFacesAgain() {
    // 40x20 in the middle of 80x80: 20,30
    eyes.see(new Face(0.375, 0.4375, 0.125, 0.0625));

    Insights found = examination(still(new Size(40, 20))).examine(CAT, FACES, Insights.NONE);

    Face face = found.look().knownFaces().getFirst();
    assertThat(face.left()).isCloseTo(10 / 40.0, within(1e-9));
    assertThat(face.top()).isCloseTo(5 / 20.0, within(1e-9));
    assertThat(face.width()).isCloseTo(10 / 40.0, within(1e-9));
    assertThat(face.height()).isCloseTo(5 / 20.0, within(1e-9));
  }

  @Test
  void asksForEachPartOnce() {
    Examination examination = examination(still(new Size(100, 100)));

    Insights labels = examination.examine(CAT, LABELS, Insights.NONE);
    Insights both = examination.examine(CAT, BOTH, Insights.NONE);
    var unused = examination.examine(DOG, FACES, both);

    assertThat(labels.look().faces()).isEmpty();
    assertThat(both.look().labels()).isEqualTo(labels.look().labels());
    assertThat(eyes.labelCalls()).isEqualTo(1);
    assertThat(eyes.faceCalls()).isEqualTo(1);
  }

  @Test
  void asksAgainForLabelsThatAreLessSureThanThoseBefore() {
    Examination examination = examination(still(new Size(100, 100)));
    eyes.see(new Label("Smoking", "", 1, 40));

    Insights usual = examination.examine(CAT, BOTH, Insights.NONE);
    Insights less = examination.examine(CAT, new Wanted(Optional.of(30.0), false), usual);
    Insights later = examination.examine(CAT, BOTH, Insights.NONE);

    assertThat(usual.look().labels().orElseThrow().all()).isEmpty();
    assertThat(less.look().labels().orElseThrow().all()).hasSize(1);
    assertThat(later.look()).isEqualTo(less.look());
    assertThat(eyes.labelCalls()).isEqualTo(2);
    assertThat(eyes.faceCalls()).isEqualTo(1);
  }

  @Test
  void keepsWhatWasAnsweredBeforeAFailure() {
    Examination examination = examination(still(new Size(100, 100)));
    eyes.failToFindFaces(1);

    assertThatThrownBy(() -> examination.examine(CAT, BOTH, Insights.NONE))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
    Insights found = examination.examine(CAT, BOTH, Insights.NONE);

    assertThat(found.look().faces()).isPresent();
    assertThat(eyes.labelCalls()).isEqualTo(1);
    assertThat(eyes.faceCalls()).isEqualTo(1);
  }

  @Test
  void remembersNothingOfAFailure() {
    Examination examination = examination(still(new Size(100, 100)));
    eyes.fail(1);

    assertThatThrownBy(() -> examination.examine(CAT, LABELS, Insights.NONE))
        .isInstanceOf(TintypeException.class);

    assertThat(eyes.find(SHA256_OF_CAT)).isEqualTo(Look.NONE);
    var unused = examination.examine(CAT, LABELS, Insights.NONE);
    assertThat(eyes.find(SHA256_OF_CAT).labels()).isPresent();
  }

  @Test
  void looksOnceForAllWhoAskMeanwhile() throws InterruptedException, ExecutionException {
    Examination examination = examination(still(new Size(100, 100)));
    var looking = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    eyes.whileLooking(
        () -> {
          looking.countDown();
          await(goOn);
        });

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Insights> first =
          threads.submit(() -> examination.examine(CAT, LABELS, Insights.NONE));
      await(looking);
      List<Future<Insights>> others = new ArrayList<>();
      for (Wanted wanted : List.of(LABELS, BOTH, FACES, BOTH)) {
        others.add(threads.submit(() -> examination.examine(CAT, wanted, Insights.NONE)));
      }
      goOn.countDown();
      assertThat(first.get().look().labels()).isPresent();
      for (Future<Insights> other : others) {
        assertThat(other.get().sha256()).isPresent();
      }
    }

    assertThat(eyes.labelCalls()).isEqualTo(1);
    assertThat(eyes.faceCalls()).isEqualTo(1);
  }

  private Examination examination(SourceInfo info) {
    return new Examination(new Shutter(info), Limits.DEFAULT, eyes, eyes, eyes);
  }

  private static SourceInfo still(Size size) {
    return new SourceInfo(Format.PNG, size, Orientation.TOP_LEFT, 1, false, false, 3);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// An engine that takes everything for the same picture and notes what it is to render.
  private final class Shutter implements ImageEngine, OpenImage {

    private final SourceInfo info;

    private Shutter(SourceInfo info) {
      this.info = info;
    }

    @Override
    public String name() {
      return "shutter";
    }

    @Override
    public Capabilities capabilities() {
      Set<Format> formats = Set.of(Format.JPEG, Format.PNG, Format.GIF);
      return new Capabilities(formats, formats, Set.of(Format.GIF), Set.of());
    }

    @Override
    public SourceInfo inspect(Source source, Limits limits) {
      return info;
    }

    @Override
    public OpenImage open(Source source, SourceInfo opened) {
      return this;
    }

    @Override
    public Findings measure(Needs needs) {
      throw new AssertionError("nothing is to be measured");
    }

    @Override
    public Raster preview(int maxSide) {
      throw new AssertionError("no preview is wanted");
    }

    @Override
    public List<Outcome> render(List<Plan> plans, Map<String, Source> operands) {
      rendered.addAll(plans);
      return plans.stream()
          .<Outcome>map(
              plan ->
                  new Outcome.Rendered(new Rendition(new byte[0], plan.format(), plan.result(), 1)))
          .toList();
    }

    @Override
    public void close() {}
  }
}
