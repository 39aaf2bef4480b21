package io.tintype.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.InMemoryDerivatives;
import io.tintype.pipeline.InMemoryImageRecords;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstRequestsTest {

  @Test
  void areAnswered() {
    FirstRequests requests =
        FirstRequests.send(new InMemoryImageRecords(), new InMemoryDerivatives());
    requests.await();
    assertThat(requests.table().get()).isTrue();
    assertThat(requests.bucket().get()).isTrue();
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
          public Optional<Stored> find(String key) {
            throw forbidden();
          }
        };
    FirstRequests requests = FirstRequests.send(records, derivatives);
    requests.await();
    assertThat(requests.table().get()).isFalse();
    assertThat(requests.bucket().get()).isFalse();
  }

  private static TintypeException forbidden() {
    return new TintypeException(Reason.FORBIDDEN, "AccessDenied");
  }
}
