package io.tintype.pipeline;

import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.pipeline.variants.VariantSet;

/// How pictures are made: by which engine, within which limits, and which variants.
public record Rendering(ImageEngine engine, Limits limits, VariantSet variants) {}
