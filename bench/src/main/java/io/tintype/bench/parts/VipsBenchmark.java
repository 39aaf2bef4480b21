package io.tintype.bench.parts;

import io.tintype.imaging.Format;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Raster;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What the native engine does to a JPEG of 12 megapixels. [#decode] is the decoder at an eighth of
/// the size; the others add resizing and encoding.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class VipsBenchmark {

  private final Work photo = new Work(4000, 3000);
  private final Work finished = new Work(1600, 1200);

  @Benchmark
  public Raster decode() {
    return photo.preview(100);
  }

  @Benchmark
  public List<Outcome> decodeAndResizeToWebp400() {
    return photo.render(Format.WEBP, 400);
  }

  @Benchmark
  public List<Outcome> decodeAndResizeToJpeg400() {
    return photo.render(Format.JPEG, 400);
  }

  /// Decodes and encodes 2 megapixels, and resizes nothing.
  @Benchmark
  public List<Outcome> encodeJpeg1600() {
    return finished.render(Format.JPEG, 1600);
  }

  @Benchmark
  public List<Outcome> encodeWebp1600() {
    return finished.render(Format.WEBP, 1600);
  }

  @Benchmark
  public List<Outcome> fanOutToWebp() {
    return photo.render(Format.WEBP, 1600, 800, 400, 200, 100);
  }
}
