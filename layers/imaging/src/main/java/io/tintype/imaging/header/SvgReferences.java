package io.tintype.imaging.header;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The named elements of an SVG and what they draw by referring to others, added up without
/// drawing anything twice.
final class SvgReferences {

  private static final int DEEPEST = 400;

  private final Map<String, Group> named = new HashMap<>();

  /// A named element, or the root, with what is inside of it up to the next named ones.
  static final class Group {
    private SvgCost own = SvgCost.NONE;
    private final List<Group> inside = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private boolean drawnByUrl;
    private Optional<SvgCost> total = Optional.empty();
    private boolean open;

    void add(SvgCost cost) {
      own = own.plus(cost);
    }

    void refer(Reference reference) {
      references.add(reference);
    }
  }

  /// @param use whether by `use`, which draws anything; a `url()` draws markers and clips only
  /// @param times how often, for markers on the corners of a path
  record Reference(String id, boolean use, double times) {}

  /// @param drawnByUrl whether a `url()` that names it draws it
  Group named(String id, Group parent, boolean drawnByUrl) {
    Group present = named.get(id);
    if (present != null) {
      // Which of two elements of the same name counts is the renderer's choice: take both.
      present.drawnByUrl |= drawnByUrl;
      return present;
    }
    Group group = new Group();
    group.drawnByUrl = drawnByUrl;
    named.put(id, group);
    parent.inside.add(group);
    return group;
  }

  SvgCost total(Group group) {
    return total(group, 0);
  }

  private SvgCost total(Group group, int depth) {
    if (group.total.isPresent()) {
      return group.total.get();
    }
    if (group.open || depth > DEEPEST) {
      throw new TintypeException(
          Reason.UNSUPPORTED, "SVG has elements that refer to themselves or to a long chain");
    }
    group.open = true;
    SvgCost sum = group.own;
    for (Group inner : group.inside) {
      sum = sum.plus(total(inner, depth + 1));
    }
    for (Reference reference : group.references) {
      Group target = named.get(reference.id);
      if (target != null && (reference.use || target.drawnByUrl)) {
        sum = sum.plus(total(target, depth + 1).times(reference.times));
      }
    }
    group.open = false;
    group.total = Optional.of(sum);
    return sum;
  }
}
