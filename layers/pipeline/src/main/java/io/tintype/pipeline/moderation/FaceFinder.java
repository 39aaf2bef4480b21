package io.tintype.pipeline.moderation;

import io.tintype.imaging.Findings.Face;
import java.util.List;

/// Port to whoever sees faces: Rekognition's DetectFaces.
public interface FaceFinder {

  /// @param jpeg upright, 80 to 1,600 pixels a side
  /// @return as fractions of the picture, in any order
  /// @throws io.tintype.imaging.TintypeException UNAVAILABLE, INTERNAL
  List<Face> faces(byte[] jpeg);
}
