package io.tintype.vips;

import io.tintype.imaging.Format;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Turning;
import io.tintype.imaging.metadata.KeptMetadata;
import io.tintype.imaging.metadata.MetadataBlocks;
import java.lang.foreign.MemorySegment;

/// Opens files of known formats with the loader for that format; nothing is guessed from bytes.
///
/// @param bytes of the file; must outlive every image that is not in memory
record Loading(MemorySegment bytes, SourceInfo info) {

  // VipsAccess
  private static final int SEQUENTIAL = 1;

  // VipsFailOn
  private static final int TRUNCATED = 1;

  /// What libjpeg can do while it decodes.
  private static final int MOST_JPEG_SHRINK = 8;

  /// One picture, not yet decoded, to be read once from top to bottom.
  ///
  /// @param page which one, from 0
  /// @param shrink a power of two by which sides may come out smaller
  /// @return its sides divided by [#onLoad]
  Image page(Scope scope, int page, int shrink) {
    Image image = open(scope, page, 1, onLoad(shrink));
    requireSize(image, page, 1, onLoad(shrink));
    if (!image.hasColours()) {
      throw new TintypeException(
          Reason.UNSUPPORTED, info.format() + " of this kind of colours can't be read here");
    }
    if (atOnce(image, shrink)) {
      scope.vips().allocator().makeRoom(info.size());
    }
    return image;
  }

  /// Whether all of the picture may come to be in memory, or what stands for it in the decoder.
  private boolean atOnce(Image image, int shrink) {
    return switch (info.format()) {
      case JPEG, PNG -> shrink == 1 || image.interlaced();
      case GIF, WEBP, TIFF, AVIF, HEIF, SVG, BMP, PSD, TGA, PNM, ICNS, PCX -> true;
    };
  }

  /// How much of a shrink the decoder itself does. That of WebP doesn't multiply by alpha first.
  int onLoad(int shrink) {
    return switch (info.format()) {
      case JPEG -> Math.min(shrink, MOST_JPEG_SHRINK);
      case WEBP -> info.alpha() || info.frames() > 1 ? 1 : shrink;
      case PNG, GIF, TIFF, AVIF, HEIF, SVG, BMP, PSD, TGA, PNM, ICNS, PCX -> 1;
    };
  }

  /// Some frames, one below the other.
  Image frames(Scope scope, int first, int count) {
    Image image = open(scope, first, count, 1);
    requireSize(image, first, count, 1);
    return image;
  }

  private Image open(Scope scope, int first, int count, int shrink) {
    try (Call call = scope.vips().call(loader())) {
      call.withBytes("buffer", bytes).with("access", SEQUENTIAL).with("fail_on", TRUNCATED);
      switch (info.format()) {
        case JPEG -> call.with("shrink", shrink);
        case GIF -> call.with("page", first).with("n", count);
        case WEBP -> call.with("page", first).with("n", count).with("scale", 1.0 / shrink);
        case TIFF, AVIF -> call.with("page", first);
        case PNG, HEIF, SVG, BMP, PSD, TGA, PNM, ICNS, PCX -> {}
      }
      return call.image(scope);
    }
  }

  private String loader() {
    return switch (info.format()) {
      case JPEG -> "jpegload_buffer";
      case PNG -> "pngload_buffer";
      case GIF -> "gifload_buffer";
      case WEBP -> "webpload_buffer";
      case TIFF -> "tiffload_buffer";
      case AVIF -> "heifload_buffer";
      case HEIF, SVG, BMP, PSD, TGA, PNM, ICNS, PCX ->
          throw new TintypeException(
              Reason.UNSUPPORTED, "The engine vips can't read " + info.format());
    };
  }

  /// The plans were made for the size that the header says. A pixel that is only begun when a
  /// picture is loaded smaller is left out of a JPEG; WebP rounds.
  private void requireSize(Image image, int page, int count, int shrink) {
    Size stored = decoded();
    int width = side(stored.width(), shrink);
    int height = side(stored.height(), shrink) * count;
    if (image.width() != width || image.height() != height) {
      if (page > 0 && count == 1) {
        throw new TintypeException(
            Reason.UNSUPPORTED,
            "Page "
                + page
                + " is of another size than page 0, "
                + stored
                + ", and can't be rendered");
      }
      throw new TintypeException(
          Reason.CORRUPT,
          "Expected a picture of "
              + width
              + "x"
              + height
              + " pixels as its header says but found "
              + image.size());
    }
  }

  private int side(int stored, int shrink) {
    double exact = (double) stored / shrink;
    return Math.max(1, (int) (info.format() == Format.WEBP ? Math.rint(exact) : exact));
  }

  /// As libvips gives it: libheif obeys the orientation by itself.
  Size decoded() {
    return info.format() == Format.AVIF ? info.size() : info.stored();
  }

  Turning turning(int quarterTurns) {
    return info.format() == Format.AVIF
        ? Turning.by(quarterTurns, info.size())
        : Turning.of(info.stored(), info.orientation(), quarterTurns);
  }

  /// The source's metadata that a rendition gets. With a profile, its pixels stay in the source's
  /// colours.
  MetadataBlocks kept(Plan plan) {
    return KeptMetadata.of(Source.of(bytes.asByteBuffer()), plan.output().keep(), plan.format());
  }
}
