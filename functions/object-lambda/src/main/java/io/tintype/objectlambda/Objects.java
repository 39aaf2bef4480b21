package io.tintype.objectlambda;

import java.util.Map;

/// Port to S3, which hands out what it has by a signed address and takes what shall be answered.
interface Objects {

  /// @param headers of the user's request, in any case of letters
  /// @throws io.tintype.imaging.TintypeException TOO_LARGE, UNAVAILABLE
  Fetched fetch(String inputUrl, Map<String, String> headers);

  /// @throws io.tintype.imaging.TintypeException UNAVAILABLE, INTERNAL
  void reply(String route, String token, Reply reply);
}
