/// What a file says about its picture besides pixels: [MetadataBlocks] finds the blocks without
/// decoding, and [Exif], [Iptc] and [IccFacts] read them. Damaged metadata says less, but is never
/// an error.
@NullMarked
package io.tintype.imaging.metadata;

import org.jspecify.annotations.NullMarked;
