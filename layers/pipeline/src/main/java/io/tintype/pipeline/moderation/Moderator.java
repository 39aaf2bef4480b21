package io.tintype.pipeline.moderation;

/// Port to whoever sees what is objectionable: Rekognition's DetectModerationLabels.
public interface Moderator {

  /// @param jpeg upright, 80 to 1,600 pixels a side
  /// @param least confidence of a label, in percent
  /// @throws io.tintype.imaging.TintypeException UNAVAILABLE, INTERNAL; never an empty answer
  ///     instead
  Labels labels(byte[] jpeg, double least);
}
