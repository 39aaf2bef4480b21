package io.tintype.requests;

import java.lang.management.ManagementFactory;

/// What a test costs, whatever else the machine does meanwhile.
final class CpuTime {

  private CpuTime() {}

  /// Nanoseconds of the processor so far.
  static long ofThisThread() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
