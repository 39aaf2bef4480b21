package io.tintype.requests;

/// Whose behaviour is wanted where the peers differ and both can't be had. What each one changes
/// is listed in docs/urls.md.
public enum Dialect {
  /// thumbor's meaning, and an error for what is not understood.
  TINTYPE,
  /// As thumbor: what is not understood is ignored.
  THUMBOR,
  /// As AWS's Serverless Image Handler.
  SIH
}
