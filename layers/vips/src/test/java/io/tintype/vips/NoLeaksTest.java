package io.tintype.vips;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Blend;
import io.tintype.imaging.Color;
import io.tintype.imaging.Crop;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Fill;
import io.tintype.imaging.Format;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Needs;
import io.tintype.imaging.Offset;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Tone;
import io.tintype.imaging.Trim;
import io.tintype.testkit.Damaged;
import io.tintype.testkit.Fixtures;
import io.tintype.testkit.PlanDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is taken is given back, whether the work succeeds or not. The build gives these tests a
/// heap of fixed size, so that the process grows by native memory only.
@ExtendWith(Library.class)
class NoLeaksTest {

  private static final Edit MARK =
      new Drawing.Watermark(
          "mark", new Offset.Repeat(), new Offset.Center(), 40, Optional.of(20), Optional.empty());

  /// One or more of all that changes places and draws.
  private static final Edit[] DRAWN = {
    new Geometry.Rotate(17, Color.TRANSPARENT),
    new Geometry.Cut(new Crop.Fractions(0.1, 0.1, 0.9, 0.9)),
    new Geometry.Extend(9, 8, 7, 6, Geometry.Extend.With.MIRROR),
    new Geometry.PadTo(new Size(120, 90), Anchor.CENTER, new Fill.Average()),
    new Geometry.PadTo(new Size(150, 100), Anchor.CENTER, new Fill.Blurred()),
    new Drawing.Watermark(
        "mark",
        new Offset.Far(0),
        new Offset.Center(),
        40,
        Optional.of(20),
        Optional.empty(),
        Blend.COLOUR_DODGE),
    new Drawing.Redact(
        new Drawing.Redact.Areas.Given(List.of(new Crop.Fractions(0.2, 0.2, 0.6, 0.6))),
        new Drawing.Redact.Cover.Blurred(4),
        true),
    new Drawing.Frame("mark"),
    new Drawing.RoundCorners(10, 10, Color.BLACK)
  };

  private final VipsEngine engine = Library.engine();
  private final byte[] jpeg = Fixtures.jpeg(new Size(900, 600));
  private final byte[] png = Fixtures.transparentPng(new Size(300, 200));
  private final byte[] gif = Fixtures.animatedGif();
  private final List<Damaged> damaged = damaged();

  @Test
  void givesBackWhatItTook() throws IOException, InterruptedException {
    for (int i = 0; i < 100; i++) {
      work(i);
    }
    Vips.Tracked before = engine.tracked();
    long resident = residentKilobytes();
    for (int i = 0; i < 300; i++) {
      work(i);
    }
    // A thread of libvips's pool says that its work is done before it frees the buffers it had for
    // it (vips_threadset_work in threadset.c).
    for (int i = 0; i < 100 && !engine.tracked().equals(before); i++) {
      Thread.sleep(20);
    }
    assertThat(engine.tracked()).isEqualTo(before);
    assertThat(residentKilobytes() - resident).as("growth in KB").isLessThan(48_000);
  }

  /// One round of everything.
  private void work(int round) {
    PlanDraft photo = Rendered.draft(engine, jpeg);
    List<Plan> plans = new ArrayList<>();
    for (int width : new int[] {450, 225, 100}) {
      PlanDraft scaled = photo.scaled(width, width * 2 / 3);
      plans.add(scaled.as(Format.JPEG).plan());
      plans.add(scaled.as(Format.WEBP).plan());
    }
    Rendered.all(engine, jpeg, plans);
    Rendered.one(
        engine,
        png,
        Rendered.draft(engine, png)
            .scaled(70, 50)
            .edits(
                new Detail.Blur(2),
                new Tone.Greyscale(),
                MARK,
                new Tone.Contrast(10),
                new Geometry.Pad(1, 1, 1, 1, Color.BLACK)));
    if (round % 4 == 0) {
      Rendered.one(engine, png, Rendered.draft(engine, png).scaled(70, 50).edits(DRAWN));
    }
    Rendered.one(engine, gif, Rendered.draft(engine, gif).frames(4).as(Format.WEBP));
    SourceInfo info = engine.inspect(Source.of(png), Limits.DEFAULT);
    try (OpenImage image = engine.open(Source.of(png), info)) {
      image.measure(new Needs(Optional.of(new Trim(Trim.Corner.TOP_LEFT, 10)), true));
      image.preview(50);
    }
    fail(damaged.get(round % damaged.size()));
  }

  private void fail(Damaged file) {
    Source source = Source.of(file.file());
    try {
      SourceInfo info = engine.inspect(source, Limits.DEFAULT);
      try (OpenImage image = engine.open(source, info)) {
        image.render(List.of(PlanDraft.of(info).scaled(20, 15).plan()), Map.of());
      }
    } catch (TintypeException e) {
      assertThat(e).as(file.defect()).hasMessageMatching(".+");
    }
  }

  private static List<Damaged> damaged() {
    List<Damaged> all = new ArrayList<>(Damaged.truncated());
    all.addAll(Damaged.seeded("JPEG", Fixtures.jpeg(), 40, 7));
    all.addAll(Damaged.seeded("animated WebP", Fixtures.animatedWebp(), 40, 7));
    return all;
  }

  private static long residentKilobytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    Assumptions.assumeTrue(Files.exists(status), "this system doesn't say how much is resident");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
