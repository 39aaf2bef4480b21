package io.tintype.pipeline;

import io.tintype.imaging.Format;
import io.tintype.imaging.Size;

/// What the original turned out to be.
///
/// @param size as people see it, orientation applied
/// @param orientation EXIF value 1..8 that the file carries
/// @param frames frames or pages, at least 1
/// @param bytes size of the file
/// @param thumbhash base64 of the placeholder
/// @param dominantColor `#rrggbb`
public record PictureFacts(
    Format format,
    Size size,
    int orientation,
    int frames,
    long bytes,
    String thumbhash,
    String dominantColor) {}
