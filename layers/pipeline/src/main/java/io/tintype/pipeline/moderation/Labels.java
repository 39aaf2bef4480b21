package io.tintype.pipeline.moderation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The moderation labels of one original.
///
/// @param model version of Rekognition's model
/// @param least confidence that was asked for, in percent; what is less sure isn't among them
public record Labels(List<Label> all, String model, double least) {

  /// What is asked for where nobody wants less, so that most policies that are made stricter later
  /// need no second look.
  public static final double USUAL_LEAST = 50;

  public Labels {
    all = List.copyOf(all);
  }

  public Labels(List<Label> all, String model) {
    this(all, model, USUAL_LEAST);
  }

  /// Whether they tell of everything that is so sure.
  public boolean from(double confidence) {
    return least <= confidence;
  }

  /// How confident the labels are that one of the names applies. A name stands for itself and for
  /// everything below it; no names stand for every label.
  ///
  /// @return percent; empty when nothing of it was seen
  public Optional<Double> confidence(Iterable<String> names) {
    Map<String, Label> byName = new HashMap<>();
    all.forEach(label -> byName.put(label.name(), label));
    boolean any = !names.iterator().hasNext();
    return all.stream()
        .filter(label -> any || below(label, names, byName))
        .map(Label::confidence)
        .max(Double::compare);
  }

  private static boolean below(Label label, Iterable<String> names, Map<String, Label> byName) {
    for (String name : names) {
      Label above = label;
      // Three levels; the bound is for data that goes round in circles.
      for (int level = 0; above != null && level < 3; level++) {
        if (name.equalsIgnoreCase(above.name()) || name.equalsIgnoreCase(above.parent())) {
          return true;
        }
        above = byName.get(above.parent());
      }
    }
    return false;
  }
}
