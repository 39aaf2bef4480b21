package io.tintype.pipeline.moderation;

import io.tintype.imaging.Findings.Face;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Moderator and face finder that say what they were told to, count their calls, and fail on
/// demand. Safe for use by several threads.
public final class RehearsedEyes implements Moderator, FaceFinder, KnownContent {

  private final Map<String, Look> known = new HashMap<>();
  private List<Label> labels = List.of();
  private List<Face> faces = List.of();
  private int failures;
  private int faceFailures;
  private volatile Runnable whileLooking = () -> {};
  private int labelCalls;
  private int faceCalls;
  private final List<byte[]> shown = new ArrayList<>();

  public synchronized void see(Label... seen) {
    labels = List.of(seen);
  }

  public synchronized void see(Face... seen) {
    faces = List.of(seen);
  }

  public synchronized void fail(int times) {
    failures = times;
  }

  public synchronized void failToFindFaces(int times) {
    faceFailures = times;
  }

  /// Runs during every look.
  public void whileLooking(Runnable action) {
    whileLooking = action;
  }

  public synchronized int labelCalls() {
    return labelCalls;
  }

  public synchronized int faceCalls() {
    return faceCalls;
  }

  public synchronized List<byte[]> shown() {
    return List.copyOf(shown);
  }

  @Override
  public Labels labels(byte[] jpeg, double least) {
    whileLooking.run();
    synchronized (this) {
      failOrGoOn(jpeg);
      labelCalls++;
      return new Labels(
          labels.stream().filter(label -> label.confidence() >= least).toList(), "7.0", least);
    }
  }

  @Override
  public List<Face> faces(byte[] jpeg) {
    whileLooking.run();
    synchronized (this) {
      if (faceFailures > 0) {
        faceFailures--;
        failures = 1;
      }
      failOrGoOn(jpeg);
      faceCalls++;
      return faces;
    }
  }

  private void failOrGoOn(byte[] jpeg) {
    shown.add(jpeg);
    if (failures > 0) {
      failures--;
      throw new TintypeException(Reason.UNAVAILABLE, "Rekognition can't be reached");
    }
  }

  @Override
  public synchronized Look find(String sha256) {
    return known.getOrDefault(sha256, Look.NONE);
  }

  @Override
  public synchronized void remember(String sha256, Look look) {
    known.put(sha256, look);
  }
}
