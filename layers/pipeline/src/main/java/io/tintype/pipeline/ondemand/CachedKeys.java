package io.tintype.pipeline.ondemand;

import io.tintype.imaging.TintypeException;
import io.tintype.requests.signing.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signing keys that are looked up again when they are old. If that fails, the old ones count for
/// as long again. Safe for use by several threads.
public final class CachedKeys implements SigningKeys {

  private static final Logger LOG = LoggerFactory.getLogger(CachedKeys.class);

  private final SigningKeys origin;
  private final Duration maxAge;
  private final InstantSource clock;

  private List<SigningKey> keys = List.of();
  private Instant until = Instant.MIN;

  public CachedKeys(SigningKeys origin, Duration maxAge, InstantSource clock) {
    this.origin = origin;
    this.maxAge = maxAge;
    this.clock = clock;
  }

  @Override
  public synchronized List<SigningKey> current() {
    Instant now = clock.instant();
    if (now.isBefore(until)) {
      return keys;
    }
    try {
      keys = List.copyOf(origin.current());
    } catch (TintypeException e) {
      if (keys.isEmpty()) {
        throw e;
      }
      LOG.warn("The signing keys can't be looked up; the ones from before count on", e);
    }
    until = now.plus(maxAge);
    return keys;
  }
}
