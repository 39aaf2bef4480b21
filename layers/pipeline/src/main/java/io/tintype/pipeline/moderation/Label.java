package io.tintype.pipeline.moderation;

/// One moderation label of Rekognition's taxonomy.
///
/// @param parent name of the label above it; empty at the top
/// @param level 1 at the top, 2 or 3
/// @param confidence percent, 0..100
public record Label(String name, String parent, int level, double confidence) {}
