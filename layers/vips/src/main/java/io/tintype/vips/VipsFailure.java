package io.tintype.vips;

/// What libvips said when a call failed. Its text is for the log: the error buffer is shared by all
/// threads, so the words may even be about another picture. [Stage] gives the reason.
final class VipsFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  VipsFailure(String message) {
    super(message);
  }

  VipsFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
