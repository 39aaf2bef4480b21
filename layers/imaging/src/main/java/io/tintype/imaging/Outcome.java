package io.tintype.imaging;

/// What became of one plan.
public sealed interface Outcome {

  record Rendered(Rendition rendition) implements Outcome {}

  record Failed(TintypeException failure) implements Outcome {}
}
