package io.tintype.pipeline;

import io.tintype.imaging.Format;
import io.tintype.imaging.Size;

/// One variant in one format, as it lies in the derivatives bucket.
///
/// @param name the variant's name in variants.yaml
/// @param key of the derivative
/// @param bytes size of the file
public record StoredVariant(String name, String key, Format format, Size size, long bytes) {}
