/// Renders what is broken, and refuses what is meant to break: [Damage] is the program.
@NullMarked
package io.tintype.bench.damage;

import org.jspecify.annotations.NullMarked;
