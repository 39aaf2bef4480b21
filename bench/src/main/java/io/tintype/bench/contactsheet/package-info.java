/// Draws what every edit does, on both engines side by side, for people to look at.
@NullMarked
package io.tintype.bench.contactsheet;

import org.jspecify.annotations.NullMarked;
