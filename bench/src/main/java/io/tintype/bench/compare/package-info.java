/// Compares the engines with sharp. [Compare] is the program; the other side of its pipes are
/// [EngineWorker] and `bench/peers/sharp.mjs`.
@NullMarked
package io.tintype.bench.compare;

import org.jspecify.annotations.NullMarked;
