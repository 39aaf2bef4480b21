package io.tintype.imaging.metadata;

import io.tintype.imaging.Source;
import java.nio.ByteBuffer;
import java.util.Optional;

/// The metadata of a file as its bytes lie there, found by walking the file's structure: no pixel
/// is decoded. Buffers are read-only and have the first byte at their position.
///
/// @param exif a TIFF structure, without the `Exif\0\0` before it; for a TIFF the file itself
/// @param xmp the packet, XML
/// @param iptc data sets of IPTC IIM
/// @param icc profile
public record MetadataBlocks(
    Optional<ByteBuffer> exif,
    Optional<ByteBuffer> xmp,
    Optional<ByteBuffer> iptc,
    Optional<ByteBuffer> icc) {

  public static final MetadataBlocks NONE =
      new MetadataBlocks(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// Of JPEG, PNG, WebP, TIFF, AVIF and HEIF; none of anything else.
  public static MetadataBlocks of(Source source) {
    Part file = Part.of(source.buffer());
    var found = new Finding();
    if (file.u16(0) == 0xFFD8) {
      new JpegSegments(file, found).read();
    } else if (file.starts("\u0089PNG\r\n\u001a\n")) {
      PngChunks.read(file, found);
    } else if (file.starts("RIFF") && file.text(8, 4).equals("WEBP")) {
      WebpChunks.read(file, found);
    } else if (file.starts("II*\0") || file.starts("MM\0*")) {
      found.tiff(file);
    } else if (file.text(4, 4).equals("ftyp")) {
      HeifItems.read(file, found);
    }
    return found.blocks();
  }
}
