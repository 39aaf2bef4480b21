package io.tintype.edge;

/// A viewer's request, as far as the edge looks at it.
///
/// @param path as received, percent-encoded
/// @param query as received, empty without one
/// @param accept the Accept header, empty without one
public record ViewerRequest(String method, String path, String query, String accept) {}
