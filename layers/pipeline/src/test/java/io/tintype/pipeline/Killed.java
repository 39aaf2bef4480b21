package io.tintype.pipeline;

/// Stands for the end of a process: nothing catches it, so nothing after it runs.
public final class Killed extends Error {

  private static final long serialVersionUID = 1L;
}
