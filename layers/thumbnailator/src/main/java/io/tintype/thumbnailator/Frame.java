package io.tintype.thumbnailator;

/// One step of an animation: the whole canvas, and how long it stays.
record Frame(Stored picture, int delayMillis) {}
