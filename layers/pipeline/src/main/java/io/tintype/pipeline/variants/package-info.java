/// `variants.yaml`: the declared variants and which originals get them. [VariantSet] reads it and
/// reports everything that is wrong with it at once.
@NullMarked
package io.tintype.pipeline.variants;

import org.jspecify.annotations.NullMarked;
