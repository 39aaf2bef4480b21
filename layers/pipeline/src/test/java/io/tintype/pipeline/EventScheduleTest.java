package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Limits;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.variants.VariantSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever order, repetition and interruption the queue comes up with, the end is what the
/// bucket says: the picture that was put last, or nothing after a removal.
class EventScheduleTest {

  private static final ObjectRef OBJECT = new ObjectRef("originals", "uploads/one.jpg");
  private static final ImageId ID = ImageId.of(OBJECT);
  private static final Delivery DELIVERY = new Delivery(1, 1000, Duration.ofSeconds(60));

  private final InMemoryImageRecords records = new InMemoryImageRecords();
  private final InMemoryOriginals originals = new InMemoryOriginals();
  private final FaultyDerivatives derivatives = new FaultyDerivatives();
  private final InMemoryEdge edge = new InMemoryEdge();
  private final TestClock clock = new TestClock();
  private final RenderUpload renderUpload =
      new RenderUpload(
          new RenderUpload.Ports(records, originals, derivatives, edge, Announcements.SILENT),
          new Rendering(
              new TextEngine(),
              Limits.DEFAULT,
              VariantSet.parse(
                  """
                  variants:
                    thumb: {recipe: "100x100", formats: [webp, jpeg]}
                  rules:
                    - prefix: uploads/
                      variants: [thumb]
                  """,
                  "variants.yaml")),
          clock);

  static List<Long> seeds() {
    return new Random(20260501).longs(300).boxed().toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @Timeout(20)
  void endsWithWhatTheBucketSaysOneDeliveryAfterAnother(long seed) {
    var random = new Random(seed);
    List<ObjectEvent> happened = history(random);
    Deque<ObjectEvent> queue = deliveries(happened, random);

    while (!queue.isEmpty()) {
      ObjectEvent event = queue.removeFirst();
      edge.look(derivatives.all());
      switch (random.nextInt(6)) {
        case 0 -> derivatives.killAtWrite(1 + random.nextInt(3));
        case 1 -> derivatives.failAtWrite(1 + random.nextInt(3));
        default -> {}
      }
      if (!delivered(event)) {
        queue.addLast(event);
      }
      clock.advance(Duration.ofSeconds(random.nextInt(80)));
    }

    assertEndsAs(happened.getLast());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @Timeout(20)
  void endsWithWhatTheBucketSaysWithFourWorkersAtOnce(long seed) throws Exception {
    var random = new Random(seed);
    List<ObjectEvent> happened = history(random);
    Deque<ObjectEvent> queue = deliveries(happened, random);
    derivatives.delayWrites(4);

    try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        workers.execute(() -> drain(queue));
      }
    }

    assertEndsAs(happened.getLast());
  }

  private void drain(Deque<ObjectEvent> queue) {
    while (true) {
      ObjectEvent event;
      synchronized (queue) {
        event = queue.pollFirst();
      }
      if (event == null) {
        return;
      }
      while (!delivered(event)) {
        clock.advance(Duration.ofSeconds(20));
      }
    }
  }

  private boolean delivered(ObjectEvent event) {
    try {
      renderUpload.handle(event, DELIVERY);
      return true;
    } catch (TintypeException | Killed e) {
      return false;
    }
  }

  /// Puts and removals in the order in which they happen to the bucket.
  private List<ObjectEvent> history(Random random) {
    List<ObjectEvent> happened = new ArrayList<>();
    int length = 1 + random.nextInt(5);
    for (int i = 0; i < length; i++) {
      Optional<Sequencer> sequencer = Optional.of(new Sequencer(String.format("%04X", i * 7 + 1)));
      if (random.nextInt(3) > 0) {
        String eTag = originals.put(OBJECT, TextEngine.picture("number " + i + "."));
        happened.add(new ObjectEvent.Created(OBJECT, sequencer, Optional.of(eTag)));
      } else {
        originals.delete(OBJECT);
        happened.add(new ObjectEvent.Removed(OBJECT, sequencer));
      }
    }
    return happened;
  }

  /// Each event one to three times, in any order.
  private static Deque<ObjectEvent> deliveries(List<ObjectEvent> happened, Random random) {
    List<ObjectEvent> deliveries = new ArrayList<>();
    for (ObjectEvent event : happened) {
      for (int i = 0; i <= random.nextInt(3); i++) {
        deliveries.add(event);
      }
    }
    Collections.shuffle(deliveries, random);
    return new ArrayDeque<>(deliveries);
  }

  private void assertEndsAs(ObjectEvent last) {
    ImageRecord record = records.find(ID).orElseThrow();
    assertThat(edge.kept())
        .allSatisfy(
            (path, kept) -> assertThat(derivatives.all()).containsEntry(path.substring(1), kept));
    assertThat(new TreeSet<>(derivatives.all().keySet()))
        .isEqualTo(
            record.variants().stream()
                .map(StoredVariant::key)
                .collect(Collectors.toCollection(TreeSet::new)));
    switch (last) {
      case ObjectEvent.Removed _ -> assertThat(record.status()).isEqualTo(Status.DELETED);
      case ObjectEvent.Created _ -> {
        assertThat(record.status()).isEqualTo(Status.READY);
        String picture = pictureIn(originals.fetch(OBJECT, 100).source().buffer());
        assertThat(derivatives.all().values())
            .hasSize(2)
            .allSatisfy(
                rendition ->
                    assertThat(new String(rendition.bytes(), StandardCharsets.UTF_8))
                        .startsWith(picture));
      }
    }
  }

  private static String pictureIn(java.nio.ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }
}
