package io.tintype.pipeline;

/// Port to the queue that the renderer is fed from.
@FunctionalInterface
public interface RenderRequests {

  /// Has the newest known content of an original rendered once more.
  ///
  /// @throws io.tintype.imaging.TintypeException UNAVAILABLE, INTERNAL
  void request(ImageRecord record);
}
