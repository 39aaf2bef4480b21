package io.tintype.pipeline;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what was announced, for tests.
public final class RecordingAnnouncements implements Announcements {

  private final List<ImageRecord> published = new CopyOnWriteArrayList<>();

  @Override
  public boolean wanted() {
    return true;
  }

  @Override
  public void publish(ImageRecord record) {
    published.add(record);
  }

  /// In the order of publication.
  public List<ImageRecord> published() {
    return List.copyOf(published);
  }
}
