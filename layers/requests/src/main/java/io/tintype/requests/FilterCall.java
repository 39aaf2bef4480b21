package io.tintype.requests;

import java.util.List;

/// One filter as written: `name(argument,argument)`. Quotes and blanks around the arguments are
/// gone.
///
/// @param position where the name starts in the path, from 0
record FilterCall(String name, List<String> arguments, int position) {

  FilterCall {
    arguments = List.copyOf(arguments);
  }
}
