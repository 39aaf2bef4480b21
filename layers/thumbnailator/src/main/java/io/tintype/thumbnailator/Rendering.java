package io.tintype.thumbnailator;

import io.tintype.imaging.Edit;
import io.tintype.imaging.Format;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.TintypeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several plans being carried out on one source, frame by frame. A plan that fails is out; the
/// others go on.
final class Rendering {

  private final Edits edits;
  private final List<Job> jobs = new ArrayList<>();
  private int loops = Frames.LOOPS_UNSAID;
  private int index;

  Rendering(List<Plan> plans, Edits edits) {
    this.edits = edits;
    plans.forEach(plan -> jobs.add(new Job(plan)));
  }

  void start(int playedSoOften) {
    loops = playedSoOften;
  }

  void still(Pyramid pyramid) {
    jobs.forEach(job -> job.guarded(() -> job.frame(pyramid, 0)));
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
    private @Nullable Outcome outcome;
    private @Nullable GifEncoder animation;
    private int done;

    Job(Plan plan) {
      this.plan = plan;
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
      } catch (IOException | RuntimeException e) {
        outcome =
            new Outcome.Failed(
                new TintypeException(Reason.INTERNAL, "The picture could not be rendered", e));
      }
    }

    void frame(Pyramid pyramid, int delayMillis) throws IOException {
      Pixels picture = rendered(pyramid);
      done++;
      if (plan.frames() == 1 || plan.format() != Format.GIF) {
        finished(Encoders.encode(picture, plan), 1);
        return;
      }
      GifEncoder encoder = animation;
      if (encoder == null) {
        encoder = new GifEncoder(loops, plan.source().alpha());
        animation = encoder;
      }
      encoder.add(picture, delayMillis);
      if (done == plan.frames()) {
        finished(encoder.finish(), done);
        encoder.close();
      }
    }

    private Pixels rendered(Pyramid pyramid) {
      Upright upright =
          Upright.of(plan.source().stored(), plan.source().orientation(), plan.quarterTurns());
      Pixels picture = Resampler.resample(pyramid, upright, plan.crop(), plan.scaled());
      picture = Edits.flipped(picture, plan.flips().horizontal(), plan.flips().vertical());
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
