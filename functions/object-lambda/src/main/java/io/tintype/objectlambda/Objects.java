package io.tintype.objectlambda;

/// Port to S3, which hands out what it has by a signed address and takes what shall be answered.
interface Objects {

  /// @throws io.tintype.imaging.TintypeException TOO_LARGE, UNAVAILABLE
  Fetched fetch(String inputUrl);

  /// @throws io.tintype.imaging.TintypeException UNAVAILABLE, INTERNAL
  void reply(String route, String token, Reply reply);
}
