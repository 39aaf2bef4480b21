package io.tintype.thumbnailator;

import io.tintype.imaging.Box;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Format;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.StepTimes;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Turning;
import io.tintype.imaging.metadata.KeptMetadata;
import io.tintype.imaging.metadata.MetadataBlocks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Several plans being carried out on one source, frame by frame. A plan that fails is out; the
/// others go on.
final class Rendering {

  private static final ThreadFactory ENCODERS =
      Thread.ofPlatform().daemon().name("encoder-", 0).factory();

  private final Source source;
  private final Edits edits;
  private final StepTimes times;
  private final List<Job> jobs = new ArrayList<>();
  private int plays = 1;
  private int index;

  Rendering(Source source, List<Plan> plans, Edits edits, StepTimes times) {
    this.times = times;
    this.source = source;
    this.edits = edits;
    plans.forEach(plan -> jobs.add(new Job(plan)));
  }

  void start(int playedSoOften) {
    plays = playedSoOften;
  }

  /// What a plan makes of the pixels, whatever it is then written as.
  private record Look(
      boolean ownColours, int quarterTurns, Box crop, Size scaled, Flips flips, List<Edit> edits) {

    static Look of(Job job) {
      Plan plan = job.plan;
      return new Look(
          job.kept.icc().isPresent(),
          plan.quarterTurns(),
          plan.crop(),
          plan.scaled(),
          plan.flips(),
          plan.edits());
    }
  }

  /// One picture for all formats of a look; while the next one is made, the last ones are encoded.
  /// When all encoders are busy this thread encodes too, so that pictures don't pile up.
  void still(Pyramid pyramid) {
    Map<Look, List<Job>> looks =
        jobs.stream()
            .collect(Collectors.groupingBy(Look::of, LinkedHashMap::new, Collectors.toList()));
    try (var threads = encoders()) {
      looks.values().forEach(same -> still(pyramid, same, threads));
    }
  }

  private ThreadPoolExecutor encoders() {
    int most = Math.max(1, Math.min(jobs.size(), Runtime.getRuntime().availableProcessors()));
    return new ThreadPoolExecutor(
        most,
        most,
        0,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        ENCODERS,
        new ThreadPoolExecutor.CallerRunsPolicy());
  }

  private static void still(Pyramid pyramid, List<Job> same, Executor threads) {
    Job first = same.getFirst();
    Optional<Pixels> picture = first.look(pyramid);
    if (picture.isEmpty()) {
      same.forEach(job -> job.outcome = first.outcome);
      return;
    }
    for (Job job : same) {
      threads.execute(() -> job.guarded(() -> job.encode(picture.get())));
    }
  }

  void frame(Frame frame) {
    var pyramid = new Pyramid(frame.picture());
    for (Job job : jobs) {
      if (index < job.plan.frames()) {
        job.guarded(() -> job.frame(pyramid, frame.delayMillis()));
      }
    }
    index++;
  }

  List<Outcome> outcomes() {
    return jobs.stream().map(Job::outcome).toList();
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private final class Job {
    private final Plan plan;
    private final MetadataBlocks kept;
    private @Nullable Outcome outcome;
    private @Nullable GifEncoder animation;
    private int done;

    Job(Plan plan) {
      this.plan = plan;
      this.kept = KeptMetadata.of(source, plan.output().keep(), plan.format());
    }

    void guarded(Step step) {
      if (outcome != null) {
        return;
      }
      try {
        step.run();
      } catch (TintypeException e) {
        outcome = new Outcome.Failed(e);
      } catch (OutOfMemoryError e) {
        outcome = new Outcome.Failed(Decoding.outOfMemory(e));
      } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
        // Errors too: in an encoder's thread nobody else would hear of them.
        outcome =
            new Outcome.Failed(
                new TintypeException(Reason.INTERNAL, "The picture could not be rendered", e));
      }
    }

    void frame(Pyramid pyramid, int delayMillis) throws IOException {
      Pixels picture = rendered(pyramid);
      done++;
      if (plan.frames() == 1 || plan.format() != Format.GIF) {
        encode(picture);
        return;
      }
      GifEncoder encoder = animation;
      if (encoder == null) {
        var encoding = plan.output().encoding();
        encoder =
            new GifEncoder(
                encoding.loops().orElse(plays), plan.source().alpha(), encoding.colors());
        animation = encoder;
      }
      encoder.add(picture, plan.output().encoding().delayMillis().orElse(delayMillis));
      if (done == plan.frames()) {
        finished(encoder.finish(), done);
        encoder.close();
      }
    }

    /// Empty when it failed, which is then the outcome.
    Optional<Pixels> look(Pyramid pyramid) {
      List<Pixels> made = new ArrayList<>(1);
      guarded(() -> made.add(rendered(pyramid)));
      return made.stream().findFirst();
    }

    private void encode(Pixels picture) throws IOException {
      try (var _ = times.encoding()) {
        finished(Encoders.encode(picture, plan, kept), 1);
      }
    }

    private Pixels rendered(Pyramid pyramid) {
      Turning turning =
          Turning.of(plan.source().stored(), plan.source().orientation(), plan.quarterTurns());
      Pixels picture =
          Resampler.resample(pyramid, turning, plan.crop(), plan.scaled(), kept.icc().isPresent());
      picture = Edits.flipped(picture, plan.flips());
      for (Edit edit : plan.edits()) {
        picture = edits.apply(edit, picture);
      }
      return picture;
    }

    private void finished(byte[] bytes, int frames) {
      outcome = new Outcome.Rendered(new Rendition(bytes, plan.format(), plan.result(), frames));
    }

    Outcome outcome() {
      Outcome reached = outcome;
      return reached != null
          ? reached
          : new Outcome.Failed(
              new TintypeException(
                  Reason.CORRUPT,
                  "The animation has only " + done + " of " + plan.frames() + " frames"));
    }
  }
}
