package io.tintype.imaging.header;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/// What a piece of work cost this thread, whatever else the machine is busy with.
record Cost(Duration processor, long allocatedBytes) {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Cost of(Runnable work) {
    long time = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return new Cost(
        Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - time),
        THREADS.getCurrentThreadAllocatedBytes() - bytes);
  }
}
