package io.tintype.bench.parts;

import io.tintype.imaging.Attention;
import io.tintype.imaging.DominantColor;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Lowering;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Raster;
import io.tintype.imaging.Size;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.ThumbHash;
import io.tintype.imaging.Tone;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What is done in Java for every picture, whatever the engine.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DomainBenchmark {

  private final Work work = new Work(4000, 3000);
  private final Raster coarse = Work.raster(new Size(200, 150));
  private final Raster small = Work.raster(new Size(100, 75));

  @Benchmark
  public SourceInfo readTheHeader() {
    return work.inspected();
  }

  @Benchmark
  public Plan plan() {
    return work.plan(400);
  }

  @Benchmark
  public Findings.Point findAttention() {
    return Attention.of(coarse, work.size());
  }

  @Benchmark
  public byte[] thumbHash() {
    return ThumbHash.of(small);
  }

  @Benchmark
  public String dominantColour() {
    return DominantColor.of(small).hex();
  }

  @Benchmark
  public int lowerAndApplyAnEdit() {
    Lowering contrast =
        Lowering.of(
            new Tone.Contrast(20),
            /* alpha= */ false,
            () -> {
              throw new IllegalStateException("contrast needs no histogram");
            });
    int sum = 0;
    int[] pixels = coarse.argb();
    for (int i = 0; i < pixels.length; i++) {
      sum += contrast.apply(pixels[i], i);
    }
    return sum;
  }
}
