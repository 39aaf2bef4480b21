package io.tintype.pipeline;

import io.tintype.pipeline.Derivatives.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ad-hoc renditions that show an image. Those under its own id are found by their prefix. For
/// each of the others (the edge wasn't certain of the id, or the image is drawn over another one)
/// an empty object lies under the image's id, whose key says which it is: lists of S3 miss nothing
/// that was written before, and any number of renditions can be noted at once without contention.
public final class AdHocRenditions {

  /// S3's limit for keys, in bytes.
  private static final int LONGEST_KEY = 1024;

  /// More than this many are put together to two paths, which cost as much and spare others in the
  /// queue. Then the edge forgets other images' renditions too, and asks for them anew.
  private static final int MOST_PATHS = 50;

  private static final Derivative NOTE =
      new Derivative(new byte[0], "text/plain", Optional.empty(), Optional.empty());

  private final Derivatives derivatives;

  public AdHocRenditions(Derivatives derivatives) {
    this.derivatives = derivatives;
  }

  /// Whether a rendition under another id can be noted; else it must not be stored.
  public static boolean notable(ImageId id, String key) {
    return DerivativeKeys.note(id, key).length() <= LONGEST_KEY;
  }

  /// Notes that a rendition under another id shows this image; to be done before it is stored, or
  /// before the edge gets it. The note is written anew each time, so that it never expires before
  /// what it is about. Of a key that is too long to be stored it has the beginning.
  public void note(ImageId id, String key) {
    String note = DerivativeKeys.note(id, key);
    String fitting = note.substring(0, Math.min(note.length(), LONGEST_KEY));
    var unused = derivatives.put(fitting, NOTE, new Expected.Anything());
  }

  /// Deletes all of them, and makes the edge forget those that lie under other ids. What is stored
  /// while this runs is left to whoever stores it, who looks at the image record afterwards.
  ///
  /// @return whether there was any
  boolean clear(ImageId id, Invalidations invalidations) {
    List<String> keys = new ArrayList<>();
    for (String prefix : DerivativeKeys.adHoc(id)) {
      keys.addAll(derivatives.list(prefix).keySet());
    }
    List<String> notes = List.copyOf(derivatives.list(DerivativeKeys.notes(id)).keySet());
    notes.forEach(note -> keys.add(DerivativeKeys.noted(id, note)));
    if (!keys.isEmpty()) {
      derivatives.delete(keys);
    }
    if (!notes.isEmpty()) {
      invalidations.invalidate(paths(id, notes));
      // Last, so that an interrupted deletion can be completed.
      derivatives.delete(notes);
    }
    return !keys.isEmpty();
  }

  private static List<String> paths(ImageId id, List<String> notes) {
    return notes.size() <= MOST_PATHS
        ? notes.stream().map(note -> path(id, note)).toList()
        : List.of("/derivatives/r/*", "/derivatives/e/*");
  }

  private static String path(ImageId id, String note) {
    boolean cut = note.length() == LONGEST_KEY;
    return "/" + DerivativeKeys.noted(id, note) + (cut ? "*" : "");
  }
}
