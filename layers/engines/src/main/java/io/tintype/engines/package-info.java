/// The choice between the engines, made once by whoever wires a function: [Engines].
@NullMarked
package io.tintype.engines;

import org.jspecify.annotations.NullMarked;
