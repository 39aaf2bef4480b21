package io.tintype.pipeline;

import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.pipeline.moderation.Examiner;
import io.tintype.pipeline.variants.VariantSet;

/// How pictures are made: by which engine, within which limits, which variants, and after whose
/// look at them.
public record Rendering(ImageEngine engine, Limits limits, VariantSet variants, Examiner examiner) {

  /// Without anybody's look.
  public Rendering(ImageEngine engine, Limits limits, VariantSet variants) {
    this(engine, limits, variants, Examiner.NONE);
  }
}
