package io.tintype.imaging;

import java.util.Set;

/// What an engine can do. Anything else is refused with a reason, never left out in silence.
///
/// @param reads formats that can be decoded
/// @param writes formats that can be encoded
/// @param animates formats that are written with all frames; the others get the first
/// @param lacks edits that the engine does not carry out
public record Capabilities(
    Set<Format> reads, Set<Format> writes, Set<Format> animates, Set<Class<? extends Edit>> lacks) {

  public Capabilities {
    reads = Set.copyOf(reads);
    writes = Set.copyOf(writes);
    animates = Set.copyOf(animates);
    lacks = Set.copyOf(lacks);
  }
}
