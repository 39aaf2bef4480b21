package io.tintype.pipeline.moderation;

import io.tintype.imaging.Findings.Face;
import java.util.List;
import java.util.Optional;

/// What Rekognition has said of some bytes. Either part is empty while it hasn't been asked for.
///
/// @param faces from largest to smallest
public record Look(Optional<Labels> labels, Optional<List<Face>> faces) {

  public static final Look NONE = new Look(Optional.empty(), Optional.empty());

  public Look {
    faces = faces.map(List::copyOf);
  }

  /// The same with what another look has beside it: the other part, or labels of less confidence.
  Look and(Look other) {
    boolean less =
        labels.isPresent() && other.labels.filter(l -> !labels.get().from(l.least())).isPresent();
    return new Look(less ? other.labels : labels.or(other::labels), faces.or(other::faces));
  }

  /// The faces that are known; none where nobody has looked for them.
  public List<Face> knownFaces() {
    return faces.orElse(List.of());
  }
}
