package io.tintype.bench.damage;

import io.tintype.engines.Engines;
import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Settings.EngineChoice;
import io.tintype.testkit.Damaged;
import io.tintype.testkit.PlanDraft;
import io.tintype.vips.VipsEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The program: see `bench/damage`.
public final class Damage {

  private static final Limits LIMITS = new Limits(50_000_000, 20_000_000, 300, 8192, 20);

  /// What may become of a damaged file, besides a picture of the planned size.
  private static final List<Reason> EXPECTED =
      List.of(Reason.CORRUPT, Reason.UNSUPPORTED, Reason.TOO_LARGE);

  /// How often it is looked at what the process holds.
  private static final int PARTS = 10;

  private final ImageEngine engine;
  private final Map<String, Integer> counts = new TreeMap<>();
  private int wrong;
  private long slowestMillis;
  private String slowest = "";

  private Damage(ImageEngine engine) {
    this.engine = engine;
  }

  public static void main(String... arguments) {
    var options = Options.parse(arguments);
    VipsEngine.Library vips = VipsEngine.load();
    var damage = new Damage(Engines.choose(options.engine(), () -> vips));
    damage.render(options, vips);
    int exceeded = new Refusals(damage.engine).print();
    if (damage.wrong > 0 || exceeded > 0) {
      System.exit(1);
    }
  }

  private void render(Options options, VipsEngine.Library vips) {
    int renders = options.renders();
    long seed = options.seed();
    List<Victim> victims = new ArrayList<>(Victim.all(engine));
    options.also().ifPresent(folder -> victims.addAll(Victim.in(folder, engine, LIMITS)));
    System.out.printf(
        "engine %s, %d renders of %d kinds of %s files, seed %d%n",
        engine.name(), renders, victims.size(), options.intact() ? "intact" : "damaged", seed);
    int each = Math.ceilDiv(renders, victims.size());
    int part = Math.max(1, renders / PARTS);
    List<Memory> memory = new ArrayList<>();
    long began = System.nanoTime();
    for (int i = 0; i < renders; i++) {
      Victim victim = victims.get(i % victims.size());
      long own = seed * 1_000_003 + i / victims.size();
      render(
          victim,
          options.intact()
              ? new Damaged(victim.name(), victim.file())
              : Damaged.seeded(victim.name(), victim.file(), 1, own).getFirst());
      if ((i + 1) % part == 0) {
        memory.add(Memory.now(vips));
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    counts.forEach((what, count) -> System.out.printf("%8d  %s%n", count, what));
    System.out.printf(
        Locale.ROOT,
        "%.1f s, slowest %d ms (%s), %d of each kind%n",
        seconds,
        slowestMillis,
        slowest,
        each);
    for (int i = 0; i < memory.size(); i++) {
      System.out.printf("after %6d renders: %s%n", (i + 1) * part, memory.get(i));
    }
  }

  private void render(Victim victim, Damaged damaged) {
    long start = System.nanoTime();
    String what;
    try {
      what = rendered(damaged.file());
    } catch (TintypeException e) {
      what = e.reason().name();
      if (!EXPECTED.contains(e.reason())) {
        report(damaged, e);
      }
    } catch (RuntimeException | Error e) {
      what = "exception";
      report(damaged, e);
    }
    counts.merge(what, 1, Integer::sum);
    counts.merge(victim.name() + ": " + what, 1, Integer::sum);
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (millis > slowestMillis) {
      slowestMillis = millis;
      slowest = damaged.defect();
    }
  }

  private void report(Damaged damaged, Throwable failure) {
    wrong++;
    System.out.println("WRONG: " + damaged.defect() + ": " + failure);
    failure.printStackTrace(System.out);
  }

  /// A still picture, all frames where there are more, and a preview.
  private String rendered(byte[] file) {
    SourceInfo info = engine.inspect(Source.of(file), LIMITS);
    PlanDraft draft = PlanDraft.of(info).scaled(60, 45);
    try (OpenImage image = engine.open(Source.of(file), info)) {
      require(image, draft.as(Format.JPEG).plan());
      if (info.animated() && engine.capabilities().animates().contains(Format.GIF)) {
        require(image, draft.frames(info.frames()).as(Format.GIF).plan());
      }
      image.preview(32);
    }
    return "rendered";
  }

  private void require(OpenImage image, Plan plan) {
    switch (image.render(List.of(plan), Map.of()).getFirst()) {
      case Outcome.Failed(TintypeException failure) -> throw failure;
      case Outcome.Rendered(Rendition rendition) -> {
        SourceInfo result = engine.inspect(Source.of(rendition.bytes()), Limits.DEFAULT);
        if (!result.size().equals(plan.result()) || result.frames() != plan.frames()) {
          throw new IllegalStateException(
              "Planned " + plan.result() + " but rendered " + result.size());
        }
      }
    }
  }

  /// @param renders how many damaged files
  /// @param also a folder of sound files that are damaged besides our own
  /// @param intact whether nothing is damaged, to see a process go on and on
  private record Options(
      int renders, EngineChoice engine, long seed, Optional<Path> also, boolean intact) {

    static Options parse(String... arguments) {
      var options = new Options(3_000, EngineChoice.VIPS, 1, Optional.empty(), false);
      for (int i = 0; i + 1 < arguments.length; i += 2) {
        options = options.with(arguments[i], arguments[i + 1]);
      }
      return options;
    }

    private Options with(String name, String value) {
      return switch (name) {
        case "--renders" -> new Options(Integer.parseInt(value), engine, seed, also, intact);
        case "--seed" -> new Options(renders, engine, Long.parseLong(value), also, intact);
        case "--engine" ->
            new Options(
                renders, EngineChoice.valueOf(value.toUpperCase(Locale.ROOT)), seed, also, intact);
        case "--also" -> new Options(renders, engine, seed, Optional.of(Path.of(value)), intact);
        case "--intact" -> new Options(renders, engine, seed, also, Boolean.parseBoolean(value));
        default ->
            throw new IllegalArgumentException(
                "Expected --renders, --engine, --seed, --also or --intact but received " + name);
      };
    }
  }
}
