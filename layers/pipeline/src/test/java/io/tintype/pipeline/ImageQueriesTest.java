package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageQueriesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T13:00:00Z");
  private static final Owner ME = Owner.of("https://issuer", "me");

  private final InMemoryImageRecords records = new InMemoryImageRecords();
  private final ImageQueries queries = new ImageQueries(records);
  private final ImageId id = ImageId.at(NOW);
  private final ImageRecord mine =
      ImageRecord.awaiting(
          id, new ObjectRef("originals", "uploads/" + id + "/cat.jpg"), ME, NOW, NOW);

  @Test
  void findsTheOwnersImage() {
    records.save(mine);
    assertThat(queries.find(id, ME)).isEqualTo(mine);
  }

  @Test
  void answersAlikeToOthersImagesTombstonesAndUnknownIds() {
    refuses(ME);

    records.save(mine);
    refuses(Owner.PUBLIC);
    refuses(Owner.of("https://issuer", "you"));
    refuses(Owner.of("https://elsewhere", "me"));

    records.save(mine.deleted(Optional.empty(), true, NOW));
    refuses(ME);
  }

  private void refuses(Owner owner) {
    assertThatThrownBy(() -> queries.find(id, owner))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND))
        .hasMessage("There is no image " + id);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 101})
  void refusesLimitsOutsideOfItsRange(int limit) {
    assertThatThrownBy(() -> queries.list(ME, limit, Optional.empty()))
        .hasMessage("Expected a limit of 1..100 but received " + limit);
  }
}
