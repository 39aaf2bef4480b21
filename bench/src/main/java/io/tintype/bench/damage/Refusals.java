package io.tintype.bench.damage;

import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import io.tintype.testkit.Bombs;
import io.tintype.testkit.Fixtures;
import java.util.Locale;

/// Times how bombs are refused, each a first time and then again, and how the process grows.
record Refusals(ImageEngine engine) {

  private static final double MOST_MILLIS = 20;
  private static final long MOST_KILOBYTES = 8_000;
  private static final int TIMES = 20;

  /// @return how many took longer or more than they may
  int print() {
    var unused = engine.inspect(Source.of(Fixtures.png()), Limits.DEFAULT);
    int exceeded = 0;
    System.out.printf("%-42s %10s %10s %10s%n", "bomb", "first ms", "median ms", "grows KB");
    for (Bombs bomb : Bombs.all()) {
      Source source = Source.of(bomb.file());
      long before = Memory.kilobytes("VmRSS:");
      double first = millis(source);
      double[] more = new double[TIMES];
      for (int i = 0; i < TIMES; i++) {
        more[i] = millis(source);
      }
      long grown = Memory.kilobytes("VmRSS:") - before;
      java.util.Arrays.sort(more);
      double median = more[TIMES / 2];
      boolean over = (first > MOST_MILLIS && median > MOST_MILLIS) || grown > MOST_KILOBYTES;
      exceeded += over ? 1 : 0;
      System.out.printf(
          Locale.ROOT,
          "%-42s %10.1f %10.1f %10d %s%n",
          bomb.name(),
          first,
          median,
          grown,
          over ? "TOO MUCH" : "");
    }
    return exceeded;
  }

  private double millis(Source source) {
    long start = System.nanoTime();
    try {
      var info = engine.inspect(source, Limits.DEFAULT);
      throw new IllegalStateException("Accepted " + info);
    } catch (TintypeException e) {
      return (System.nanoTime() - start) / 1e6;
    }
  }
}
