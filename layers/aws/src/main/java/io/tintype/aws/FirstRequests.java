package io.tintype.aws;

import io.tintype.pipeline.Aside;
import io.tintype.pipeline.DerivativeKeys;
import io.tintype.pipeline.Derivatives;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Requests that nobody has asked for, sent aside while a function gets ready: for the first one of
/// a service the SDK loads some hundred classes and opens a connection, and who comes with
/// something to do finds that done. They read what there is of an image that nobody has.
///
/// @param table done when the table has answered, or failed to
/// @param bucket done when the bucket has answered, or failed to
public record FirstRequests(Aside<Boolean> table, Aside<Boolean> bucket) {

  private static final Logger LOG = LoggerFactory.getLogger(FirstRequests.class);

  private static final ImageId NOBODYS = new ImageId("0".repeat(26));

  /// Failures are left to those who come with something to do.
  public static FirstRequests send(ImageRecords records, Derivatives derivatives) {
    String key = DerivativeKeys.variants(NOBODYS) + "none";
    return new FirstRequests(
        Aside.start("table", () -> answered(() -> records.find(NOBODYS))),
        Aside.start("bucket", () -> answered(() -> derivatives.find(key))));
  }

  private static boolean answered(Runnable request) {
    try {
      request.run();
      return true;
    } catch (RuntimeException e) {
      LOG.debug("a first request failed", e);
      return false;
    }
  }

  /// Waits for both: what is not done before a snapshot is not in it.
  public void await() {
    table.get();
    bucket.get();
  }
}
