package io.tintype.requests;

import io.tintype.imaging.Edit;
import java.util.Map;

/// How a filter's arguments are written, and its meaning.
///
/// @param arguments such as `(red,green,blue)`, see [Arguments]
record Filter(String arguments, Meaning meaning) {

  interface Meaning {

    /// @throws io.tintype.imaging.TintypeException BAD_REQUEST naming the argument
    /// @throws IllegalArgumentException from the record that is made of the arguments
    void apply(Arguments arguments, RecipeDraft draft);
  }

  /// A filter that is one edit.
  interface Editing {

    Edit edit(Arguments arguments);
  }

  static Map.Entry<String, Filter> of(String name, String arguments, Meaning meaning) {
    return Map.entry(name, new Filter(arguments, meaning));
  }

  static Map.Entry<String, Filter> edit(String name, String arguments, Editing editing) {
    return of(name, arguments, (given, draft) -> draft.add(editing.edit(given)));
  }

  /// A filter that is known, and does nothing here.
  static Map.Entry<String, Filter> nothing(String name, String arguments) {
    return of(name, arguments, (given, draft) -> {});
  }
}
