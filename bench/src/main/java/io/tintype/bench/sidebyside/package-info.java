/// Asks two servers for the same pictures and says how their answers differ.
@NullMarked
package io.tintype.bench.sidebyside;

import org.jspecify.annotations.NullMarked;
