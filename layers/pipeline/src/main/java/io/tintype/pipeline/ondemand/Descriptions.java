package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Source;
import io.tintype.requests.ImageRequest;

/// Port to answers that are no pictures; all are JSON.
public interface Descriptions {

  /// The original's EXIF.
  ///
  /// @throws io.tintype.imaging.TintypeException UNSUPPORTED, CORRUPT
  String exif(Source original);

  /// What would be done to the original.
  ///
  /// @throws io.tintype.imaging.TintypeException as rendering it would
  String meta(ImageRequest request, Source original);

  /// How the request was understood.
  String params(ImageRequest request);
}
