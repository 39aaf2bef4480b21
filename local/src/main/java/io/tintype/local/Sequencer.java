package io.tintype.local;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/// Gives S3 events their `sequencer`: hexadecimal, of one length, larger every time, also after a
/// restart and when the clock was put back. Values are reserved ahead in a file, so that one
/// write serves a minute of events. Safe for use by several threads.
final class Sequencer {

  private static final long RESERVED_MICROS = 60_000_000;

  private final Path file;
  private long last;
  private long reserved;

  Sequencer(Path file) {
    this.file = file;
    this.last = read(file);
    this.reserved = last;
  }

  synchronized String next() {
    last = Math.max(last + 1, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
    if (last >= reserved) {
      reserved = last + RESERVED_MICROS;
      write();
    }
    // S3's own are 16 or 18 digits; 18 leaves the first two to be zero for some time.
    return "00" + HexFormat.of().withUpperCase().toHexDigits(last);
  }

  private static long read(Path file) {
    try {
      return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    } catch (IOException | NumberFormatException e) {
      throw new TintypeException(Reason.INTERNAL, file + " does not hold a number", e);
    }
  }

  private void write() {
    try {
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(draft, Long.toString(reserved));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new TintypeException(Reason.INTERNAL, "can't write " + file, e);
    }
  }
}
