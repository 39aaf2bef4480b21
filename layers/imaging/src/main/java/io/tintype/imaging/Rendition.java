package io.tintype.imaging;

/// One finished picture.
///
/// @param bytes the encoded file; not to be changed
public record Rendition(byte[] bytes, Format format, Size size, int frames) {}
