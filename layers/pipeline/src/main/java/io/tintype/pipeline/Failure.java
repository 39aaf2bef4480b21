package io.tintype.pipeline;

import io.tintype.imaging.Reason;

/// Why an original could not be rendered, in words for the person who uploaded it.
public record Failure(Reason reason, String message) {}
