package io.tintype.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Derivative;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.InMemoryDerivatives;
import io.tintype.pipeline.InMemoryImageRecords;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstRequestsTest {

  @Test
  void changesNothing() {
    var derivatives = new InMemoryDerivatives();
    assertThat(FirstRequests.send(new InMemoryImageRecords(), derivatives).await()).isTrue();
    assertThat(derivatives.list("")).isEmpty();
  }

  @Test
  void leavesFailuresToThoseWhoWantSomething() {
    var records =
        new InMemoryImageRecords() {
          @Override
          public Optional<ImageRecord> find(ImageId id) {
            throw forbidden();
          }
        };
    var derivatives =
        new InMemoryDerivatives() {
          @Override
          public boolean put(String key, Derivative derivative, Expected expected) {
            throw forbidden();
          }
        };
    FirstRequests requests = FirstRequests.send(records, derivatives);
    assertThat(requests.table().get()).isFalse();
    assertThat(requests.bucket().get()).isFalse();
    assertThat(requests.await()).isFalse();
  }

  private static TintypeException forbidden() {
    return new TintypeException(Reason.FORBIDDEN, "AccessDenied");
  }
}
