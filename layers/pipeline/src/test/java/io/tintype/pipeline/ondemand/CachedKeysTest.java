package io.tintype.pipeline.ondemand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.TestClock;
import io.tintype.requests.signing.SigningKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachedKeysTest {

  private final TestClock clock = new TestClock();
  private int lookUps;
  private boolean failing;
  private final CachedKeys keys = new CachedKeys(this::lookUp, Duration.ofMinutes(5), clock);

  @Test
  void areLookedUpOnceInTheirLife() {
    keys.current();
    clock.advance(Duration.ofSeconds(299));
    assertThat(keys.current()).containsExactly(new SigningKey("key 1"));

    clock.advance(Duration.ofSeconds(1));
    assertThat(keys.current()).containsExactly(new SigningKey("key 2"));
    assertThat(lookUps).isEqualTo(2);
  }

  @Test
  void countOnWhileTheyCannotBeLookedUp() {
    keys.current();
    failing = true;
    clock.advance(Duration.ofMinutes(6));

    assertThat(keys.current()).containsExactly(new SigningKey("key 1"));
  }

  @Test
  void areMissingWhereTheyWereNeverThere() {
    failing = true;

    assertThatThrownBy(keys::current).isInstanceOf(TintypeException.class);
  }

  private List<SigningKey> lookUp() {
    if (failing) {
      throw Rig.unavailable();
    }
    lookUps++;
    return List.of(new SigningKey("key " + lookUps));
  }
}
