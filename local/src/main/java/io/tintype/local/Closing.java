package io.tintype.local;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes parts of the stack so that the failure of one does not keep the next from closing.
final class Closing {

  private static final Logger log = LoggerFactory.getLogger(Closing.class);

  private Closing() {}

  static void quietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      log.warn("{} did not stop: {}", part.getClass().getSimpleName(), e.toString());
    }
  }
}
