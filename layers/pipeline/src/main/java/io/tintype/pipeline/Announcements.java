package io.tintype.pipeline;

/// Port to whoever wants to hear what became of an image: an EventBridge bus.
public interface Announcements {

  /// Nobody listens.
  Announcements SILENT =
      new Announcements() {
        @Override
        public boolean wanted() {
          return false;
        }

        @Override
        public void publish(ImageRecord record) {}
      };

  /// Whether anybody listens; if not, no record is marked as announced either.
  boolean wanted();

  /// Publishes `ImageReady`, `ImageRejected`, `ImageFailed` or `ImageDeleted` after the record's
  /// status. At least once: a crash after publishing leads to a second one.
  ///
  /// @throws io.tintype.imaging.TintypeException UNAVAILABLE
  void publish(ImageRecord record);
}
