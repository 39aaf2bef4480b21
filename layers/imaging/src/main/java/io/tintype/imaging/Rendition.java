package io.tintype.imaging;

/// One finished picture.
///
/// @param bytes the encoded file; not to be changed
@SuppressWarnings("ArrayRecordComponent") // never compared, and a copy would cost
public record Rendition(byte[] bytes, Format format, Size size, int frames) {}
