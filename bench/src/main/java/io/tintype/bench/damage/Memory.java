package io.tintype.bench.damage;

import io.tintype.vips.VipsEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the process holds, as Linux says.
///
/// @param resident in KB
/// @param peak the most that was ever resident, in KB
/// @param vips what libvips itself has open
record Memory(long resident, long peak, String vips) {

  static Memory now(VipsEngine.Library library) {
    String held =
        switch (library) {
          case VipsEngine.Library.Loaded(VipsEngine engine, _) -> engine.held();
          case VipsEngine.Library.Missing _ -> "not there";
        };
    return new Memory(kilobytes("VmRSS:"), kilobytes("VmHWM:"), held);
  }

  static long kilobytes(String line) {
    try {
      List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
      return status.stream()
          .filter(candidate -> candidate.startsWith(line))
          .mapToLong(found -> Long.parseLong(found.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "resident %d MB, peak %d MB, libvips %s".formatted(resident / 1024, peak / 1024, vips);
  }
}
