package io.tintype.pipeline.ondemand;

import io.tintype.requests.signing.SigningKey;
import java.util.List;

/// Port to the keys that URLs are signed with.
@FunctionalInterface
public interface SigningKeys {

  /// The keys that count now, in any order; none where nothing can be signed.
  ///
  /// @throws io.tintype.imaging.TintypeException UNAVAILABLE, INTERNAL
  List<SigningKey> current();
}
