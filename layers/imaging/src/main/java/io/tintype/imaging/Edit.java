package io.tintype.imaging;

import java.util.List;

/// One pixel operation on the sized picture. Adding one breaks the compile of every engine, which
/// is meant.
public sealed interface Edit permits Geometry, Tone, Detail, Drawing {

  /// Size of the picture after this edit.
  default Size after(Size before) {
    return before;
  }

  /// References of the other pictures that this edit needs, see [Recipe#inputs()].
  default List<String> operands() {
    return List.of();
  }
}
