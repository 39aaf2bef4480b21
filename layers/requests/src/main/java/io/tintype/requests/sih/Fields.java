package io.tintype.requests.sih;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.Dialect;
import io.tintype.requests.Received;
import io.tintype.requests.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One object of a request's JSON. What nobody has asked for when it is closed is not known.
final class Fields {

  private final String place;
  private final ObjectNode node;
  private final Dialect dialect;
  private final Set<String> known = new LinkedHashSet<>();

  Fields(String place, ObjectNode node, Dialect dialect) {
    this.place = place;
    this.node = node;
    this.dialect = dialect;
  }

  Dialect dialect() {
    return dialect;
  }

  String place() {
    return place;
  }

  /// Names in the order in which they are written.
  List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /// Whether the name is there, be it with null.
  boolean has(String name) {
    known.add(name);
    return node.has(name);
  }

  /// The value of the first of these names that is there and not null.
  Optional<Value> get(String... names) {
    Optional<Value> found = Optional.empty();
    for (String name : names) {
      known.add(name);
      JsonNode value = node.get(name);
      if (found.isEmpty() && value != null && !value.isNull()) {
        found = Optional.of(new Value(at(name), value, dialect));
      }
    }
    return found;
  }

  Value require(String name) {
    return get(name).orElseThrow(() -> Wrong.at(at(name), "a value", "nothing"));
  }

  boolean flag(String name) {
    return get(name).map(Value::flag).orElse(false);
  }

  /// Names that are understood but make no difference here.
  void indifferent(String... names) {
    known.addAll(List.of(names));
  }

  String at(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  /// @throws TintypeException BAD_REQUEST naming the first name that nobody has asked for, unless
  ///     Serverless Image Handler's indulgence is wanted
  void close() {
    if (dialect != Dialect.TINTYPE) {
      return;
    }
    for (String name : names()) {
      if (!known.contains(name)) {
        throw new TintypeException(
            Reason.BAD_REQUEST,
            Received.text(at(name))
                + ": not known"
                + Spelling.hint(name, known)
                + "; expected one of "
                + String.join(", ", new TreeSet<>(known)));
      }
    }
  }
}
