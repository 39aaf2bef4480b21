package io.tintype.requests;

import java.util.List;

/// One filter as written: `name(argument,argument)`. Quotes and blanks around the arguments are
/// gone.
record FilterCall(String name, List<PathText> arguments) {

  FilterCall {
    arguments = List.copyOf(arguments);
  }
}
