package io.tintype.requests;

import java.util.List;

/// One filter as written: `name(argument,argument)`. Quotes and blanks around the arguments are
/// gone.
///
/// @param inside what stands between the parentheses, decoded
record FilterCall(String name, List<PathText> arguments, String inside) {

  FilterCall {
    arguments = List.copyOf(arguments);
  }
}
