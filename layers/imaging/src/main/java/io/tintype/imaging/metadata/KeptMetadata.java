package io.tintype.imaging.metadata;

import io.tintype.imaging.Format;
import io.tintype.imaging.Output;
import io.tintype.imaging.Source;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// What of a source's metadata is written into a rendition, as [Output.Keep] says. A profile is
/// kept where it is for RGB and the written format can carry one; where [MetadataBlocks#icc()] is
/// present pixels have to stay in its colours, else they are converted to sRGB.
public final class KeptMetadata {

  private static final int ORIENTATION = 0x112;
  private static final int THUMBNAIL = 0x201;
  private static final int THUMBNAIL_LENGTH = 0x202;

  private static final Pattern XMP_ORIENTATION =
      Pattern.compile("(tiff:Orientation\\s*(?:=\\s*[\"']|>))\\s*\\d");

  private KeptMetadata() {}

  /// @param format that is written; GIF carries nothing
  public static MetadataBlocks of(Source source, Output.Keep keep, Format format) {
    if (keep == Output.Keep.NOTHING || format == Format.GIF) {
      return MetadataBlocks.NONE;
    }
    MetadataBlocks found = MetadataBlocks.of(source);
    return switch (keep) {
      case NOTHING -> MetadataBlocks.NONE;
      case PROFILE ->
          new MetadataBlocks(Optional.empty(), Optional.empty(), Optional.empty(), profile(found));
      case COPYRIGHT ->
          new MetadataBlocks(
              found
                  .exif()
                  .flatMap(KeptMetadata::tags)
                  .flatMap(ExifWriter::copyright)
                  .map(Part::bytes),
              found.xmp().flatMap(XmpRights::of),
              found.iptc().flatMap(KeptMetadata::rights),
              Optional.empty());
      case EVERYTHING ->
          new MetadataBlocks(
              found.exif().flatMap(KeptMetadata::everything),
              found.xmp().map(KeptMetadata::upright),
              found.iptc(),
              profile(found));
    };
  }

  private static Optional<ByteBuffer> profile(MetadataBlocks found) {
    return found
        .icc()
        .filter(
            profile ->
                IccFacts.of(profile).filter(facts -> facts.colorSpace().equals("RGB")).isPresent());
  }

  private static Optional<TiffTags> tags(ByteBuffer exif) {
    return TiffTags.first(Part.of(exif));
  }

  private static Optional<ByteBuffer> rights(ByteBuffer block) {
    var kept =
        Iptc.of(block).dataSets().stream()
            .filter(set -> set.codedCharacterSet() || set.rights())
            .toList();
    return kept.stream().anyMatch(Iptc.DataSet::rights)
        ? Optional.of(new Iptc(kept).block())
        : Optional.empty();
  }

  /// Without an orientation, which has been applied, and without the small preview, which shows
  /// what edits may have taken away.
  private static Optional<ByteBuffer> everything(ByteBuffer block) {
    Optional<TiffTags> image = tags(block);
    if (image.isEmpty()) {
      return Optional.empty();
    }
    boolean file = image.get().entry(0x111).isPresent() || image.get().entry(0x144).isPresent();
    if (file) {
      return ExifWriter.about(image.get()).map(Part::bytes);
    }
    var patch = new ExifPatch(Part.of(block), image.get());
    patch.set(image.get(), ORIENTATION, 1);
    image
        .get()
        .at(image.get().next())
        .ifPresent(preview -> patch.erase(preview, THUMBNAIL, THUMBNAIL_LENGTH));
    return Optional.of(patch.done());
  }

  private static ByteBuffer upright(ByteBuffer packet) {
    String text = StandardCharsets.ISO_8859_1.decode(packet.duplicate()).toString();
    String turned = XMP_ORIENTATION.matcher(text).replaceAll("$11");
    return ByteBuffer.wrap(turned.getBytes(StandardCharsets.ISO_8859_1));
  }
}
