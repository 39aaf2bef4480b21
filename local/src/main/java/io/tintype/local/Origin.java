package io.tintype.local;

/// Where the edge fetches what it doesn't keep.
interface Origin {

  /// @param viewer the request as the edge got it
  /// @param uri the address that the edge rewrote it to: a slash and the key of a derivative
  Answer fetch(Request viewer, String uri);
}
