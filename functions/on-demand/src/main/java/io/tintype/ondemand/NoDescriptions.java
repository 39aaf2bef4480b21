package io.tintype.ondemand;

import io.tintype.imaging.Reason;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ondemand.Descriptions;
import io.tintype.requests.ImageRequest;

/// Until there is a reader of metadata.
final class NoDescriptions implements Descriptions {

  @Override
  public String exif(Source original) {
    throw refused();
  }

  @Override
  public String meta(ImageRequest request, Source original) {
    throw refused();
  }

  @Override
  public String params(ImageRequest request) {
    throw refused();
  }

  private static TintypeException refused() {
    return new TintypeException(Reason.BAD_REQUEST, "Descriptions of pictures are not given here");
  }
}
