package io.tintype.pipeline.ondemand;

import static io.tintype.pipeline.ondemand.Rig.CAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Box;
import io.tintype.imaging.Findings.Face;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.Status;
import io.tintype.pipeline.TextEngine;
import io.tintype.pipeline.moderation.Look;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Faces that nobody has looked for when a picture by URL needs them.
class LookOnDemandTest {

  private static final ObjectRef DOG = new ObjectRef("originals", "library/dog.jpg");
  private static final ObjectRef SAME_DOG = new ObjectRef("photos", "dog.jpg");
  private static final String SMART = "/unsafe/100x300/smart/" + DOG.key();

  /// In the picture of 400x300: at 300,30, of 80x60.
  private static final Face RIGHT = new Face(0.75, 0.1, 0.2, 0.2);

  private final Rig rig = rig(Map.of("TINTYPE_FACES", "true"));

  @BeforeEach
  void showTheDog() {
    rig.originals.put(DOG, TextEngine.picture("dog"));
    rig.originals.put(SAME_DOG, TextEngine.picture("dog"));
    rig.eyes.see(RIGHT);
  }

  @Test
  void areLookedForOnceForAllUrlsAndAllCopies() {
    rig.get(SMART);
    assertThat(rig.crop()).as("around the face").isEqualTo(new Box(290, 0, 100, 300));
    rig.get("/unsafe/200x300/smart/" + DOG.key());
    rig.get(smartCrop("library/dog.jpg"));
    rig.get("/unsafe/100x300/smart/s3:photos/dog.jpg");

    assertThat(rig.eyes.faceCalls()).isEqualTo(1);
    assertThat(rig.eyes.labelCalls()).isZero();
  }

  @Test
  void areCutOutAsSmartCropWantsThem() {
    Found found = rig.get(smartCrop("library/dog.jpg"));

    assertThat(rig.crop()).isEqualTo(new Box(300, 30, 80, 60));
    assertThat(text(found)).isEqualTo("picture dog at 40x30");
    assertThat(found.stages()).extracting(Stages.Stage::name).contains("look");
  }

  @Test
  void areNotLookedForWhereTheyMakeNoDifference() {
    rig.get("/unsafe/100x300/" + DOG.key());
    rig.get("/unsafe/100x300/left/" + DOG.key());

    assertThat(rig.eyes.faceCalls()).isZero();
  }

  @Test
  void ofAnUploadAreInItsRecordOrLookedForOnce() {
    rig.record(CAT, Status.READY, 1);
    rig.get("/unsafe/100x300/smart/" + CAT.key());
    rig.get("/unsafe/200x300/smart/" + CAT.key());
    assertThat(rig.eyes.faceCalls()).isEqualTo(1);

    rig.known(CAT, new Look(Optional.empty(), Optional.of(List.of(new Face(0, 0, 0.1, 0.1)))));
    rig.get("/unsafe/101x300/smart/" + CAT.key());
    assertThat(rig.crop().left()).isZero();
    assertThat(rig.eyes.faceCalls()).isEqualTo(1);
    assertThat(rig.stored.find(Rig.CAT_ID)).as("the renderer's to write").isPresent();
  }

  @Test
  void noneIsAnAnswerToo() {
    rig.eyes.see(new Face[0]);

    rig.get(SMART);
    rig.get(smartCrop("library/dog.jpg"));

    assertThat(rig.eyes.faceCalls()).isEqualTo(1);
    assertThat(text(rig.get(smartCrop("library/dog.jpg")))).isEqualTo("picture dog at 40x30");
  }

  @Test
  void ofAPictureThatIsDrawnOverAnotherAreLookedForToo() {
    rig.get("/unsafe/200x150/filters:watermark(/50x90/smart/" + DOG.key() + ",0,0,0)/" + CAT.key());

    assertThat(rig.eyes.faceCalls()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void areNotGuessedWhereNobodyCanLook(int failures) {
    rig.eyes.fail(failures);

    for (int i = 0; i < failures; i++) {
      assertThatThrownBy(() -> rig.get(SMART))
          .isInstanceOfSatisfying(
              TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
      assertThat(rig.renditions()).isEmpty();
    }
    rig.get(SMART);

    assertThat(rig.crop().left()).isEqualTo(290);
    assertThat(rig.renditions()).hasSize(1);
  }

  @Test
  void areNotWaitedForLongerThanTheViewerCan() {
    var answered = new CountDownLatch(1);
    rig.eyes.whileLooking(
        () -> {
          try {
            answered.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    assertThatThrownBy(() -> rig.get(SMART, Duration.ofMillis(200)))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
    answered.countDown();

    rig.get(SMART);
    assertThat(rig.eyes.faceCalls()).isEqualTo(1);
  }

  @Test
  void areLookedForOnceThoughManyAskAtOnce() throws InterruptedException, ExecutionException {
    var bothAsk = new CountDownLatch(2);
    rig.fetching.beforeFetch = () -> meet(bothAsk);
    try (ExecutorService viewers = Executors.newFixedThreadPool(2)) {
      Future<Found> one = viewers.submit(() -> rig.get(SMART));
      Future<Found> other =
          viewers.submit(() -> rig.get("/unsafe/100x300/smart/s3:photos/dog.jpg"));
      assertThat(text(one.get())).isEqualTo(text(other.get()));
    }

    assertThat(rig.eyes.faceCalls()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"redact()", "redact_oval(000)"})
  void areNotLeftUncoveredWithoutAWord(String filter) {
    Rig off = rig(Map.of());
    off.originals.put(DOG, TextEngine.picture("dog"));

    for (String path :
        List.of(
            "/unsafe/filters:" + filter + "/" + DOG.key(),
            "/unsafe/50x50/filters:watermark(/20x20/filters:"
                + filter
                + "/"
                + DOG.key()
                + ",0,0,0)/"
                + CAT.key(),
            smartCrop(DOG.key()))) {
      assertThatThrownBy(() -> off.get(path))
          .isInstanceOfSatisfying(
              TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_REQUEST))
          .hasMessageContaining("TINTYPE_FACES is off");
    }
    assertThat(off.renditions()).isEmpty();
  }

  @Test
  void areLeftAloneWhereFaceFindingIsOff() {
    Rig off = rig(Map.of());
    off.originals.put(DOG, TextEngine.picture("dog"));

    off.get(SMART);

    assertThat(off.eyes.faceCalls()).isZero();
    assertThat(off.crop())
        .as("the middle, by the fake's attention")
        .isEqualTo(new Box(150, 0, 100, 300));
  }

  static Rig rig(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("TINTYPE_ALLOW_UNSAFE", "true");
    all.put("TINTYPE_ALLOW_UNSAFE_ORIGINALS", "true");
    all.put("TINTYPE_SOURCE_BUCKETS", "originals,photos");
    return new Rig(all);
  }

  private static String smartCrop(String key) {
    return json(
        key, "{\"resize\":{\"width\":40,\"height\":40,\"fit\":\"inside\"},\"smartCrop\":true}");
  }

  static String json(String key, String edits) {
    String request = "{\"bucket\":\"originals\",\"key\":\"" + key + "\",\"edits\":" + edits + "}";
    return "/"
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(request.getBytes(StandardCharsets.UTF_8));
  }

  private static void meet(CountDownLatch latch) {
    latch.countDown();
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static String text(Found found) {
    return new String(found.derivative().bytes(), StandardCharsets.UTF_8);
  }
}
