package io.tintype.imaging.header;

import io.tintype.imaging.Limits;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import java.util.List;

/// Reads the header of an image file and holds it to the limits, so that nothing that claims to be
/// larger than allowed reaches a decoder. The format is found in the bytes, never in a name.
///
/// The work is bounded by the file's size and the memory in use by a constant; numbers from the
/// file are added and multiplied in 64 bits. Frames are counted up to one more than allowed.
///
/// Refused here, because the structure alone proves it: sides of zero; a file that ends inside its
/// header; PNG without its end chunk; GIF that ends inside a block; WebP whose RIFF size is beyond
/// the file; JPEG without frame header or without picture data; BMP, PNM and uncompressed PSD and
/// TIFF with fewer bytes than their pixels take; HEIF and AVIF whose last box is cut off; TIFF
/// directories that lie outside of the file, overlap or run in a circle, and TIFF strips or tiles
/// that begin outside of it. Left to the decoders: everything inside compressed data, checksums,
/// JPEG without end marker, the length of TIFF strips, run-length coded BMP, PSD, PCX and TGA.
///
/// Accepted, because viewers do too: GIF that lacks only its trailer, bytes after the end of a
/// picture, EXIF that can't be read (the picture counts as upright).
public final class Headers {

  private static final int WIDEST = Integer.MAX_VALUE;

  /// In order of how certain their first bytes are. TGA has none that are its own and comes last.
  /// It switches, because a table of functions would be linked at every start for one of them.
  private enum Known {
    JPEG("JPEG"),
    PNG("PNG"),
    GIF("GIF"),
    WEBP("WebP"),
    TIFF("TIFF"),
    HEIF("HEIF"),
    PSD("PSD"),
    ICNS("ICNS"),
    BMP("BMP"),
    PNM("PNM"),
    PCX("PCX"),
    SVG("SVG"),
    TGA("TGA");

    private static final List<Known> ALL = List.of(values());

    private final String name;

    Known(String name) {
      this.name = name;
    }

    boolean recognises(Bytes bytes) {
      return switch (this) {
        case JPEG -> Jpeg.recognises(bytes);
        case PNG -> Png.recognises(bytes);
        case GIF -> Gif.recognises(bytes);
        case WEBP -> WebP.recognises(bytes);
        case TIFF -> Tiff.recognises(bytes);
        case HEIF -> Heif.recognises(bytes);
        case PSD -> Psd.recognises(bytes);
        case ICNS -> Icns.recognises(bytes);
        case BMP -> Bmp.recognises(bytes);
        case PNM -> Pnm.recognises(bytes);
        case PCX -> Pcx.recognises(bytes);
        case SVG -> Svg.recognises(bytes);
        case TGA -> Tga.recognises(bytes);
      };
    }

    Header read(Bytes bytes, int maxFrames) {
      return switch (this) {
        case JPEG -> Jpeg.read(bytes);
        case PNG -> Png.read(bytes);
        case GIF -> Gif.read(bytes, maxFrames);
        case WEBP -> WebP.read(bytes, maxFrames);
        case TIFF -> Tiff.read(bytes, maxFrames);
        case HEIF -> Heif.read(bytes);
        case PSD -> Psd.read(bytes);
        case ICNS -> Icns.read(bytes);
        case BMP -> Bmp.read(bytes);
        case PNM -> Pnm.read(bytes);
        case PCX -> Pcx.read(bytes);
        case SVG -> Svg.read(bytes);
        case TGA -> Tga.read(bytes);
      };
    }
  }

  private Headers() {}

  /// @throws TintypeException UNSUPPORTED when this is not an image that Tintype knows, CORRUPT
  ///     when the header is damaged or the file ends too early, TOO_LARGE when `maxBytes`,
  ///     `maxFrames` or `maxPixels` is exceeded. An animation costs the pixels of all its frames;
  ///     pages of a document are decoded one at a time, so there the largest page counts
  public static SourceInfo read(Source source, Limits limits) {
    if (source.size() > limits.maxBytes()) {
      throw tooLarge("at most " + limits.maxBytes() + " bytes", source.size());
    }
    Bytes bytes = Bytes.of(source.buffer());
    for (Known known : Known.ALL) {
      if (known.recognises(bytes)) {
        Bytes named = bytes.named(known.name);
        return checked(known.read(named, limits.maxFrames()), limits, named);
      }
    }
    throw new TintypeException(Reason.UNSUPPORTED, "The file is not an image that Tintype knows");
  }

  private static SourceInfo checked(Header header, Limits limits, Bytes bytes) {
    String sides = header.width() + "x" + header.height();
    if (header.width() < 1 || header.height() < 1) {
      throw bytes.corrupt("claims " + sides + " pixels, expected sides of at least 1");
    }
    if (header.frames() > limits.maxFrames()) {
      boolean counted = header.frames() == limits.maxFrames() + 1L;
      throw tooLarge(
          "at most " + limits.maxFrames() + " frames",
          header.frames() + (counted ? " or more" : ""));
    }
    long frames = header.animated() ? header.frames() : 1;
    if (header.largest() > limits.maxPixels() / frames) {
      throw tooLarge(
          "at most " + limits.maxPixels() + " pixels",
          Header.product(header.largest(), frames)
              + " ("
              + sides
              + (frames > 1 ? ", " + frames + " frames" : "")
              + ")");
    }
    if (header.width() > WIDEST || header.height() > WIDEST) {
      throw tooLarge("sides of at most " + WIDEST + " pixels", sides);
    }
    if (header.needs() > bytes.size()) {
      throw bytes.corrupt(
          "ends after " + bytes.size() + " of at least " + header.needs() + " bytes");
    }
    return new SourceInfo(
        header.format(),
        new Size((int) header.width(), (int) header.height()),
        header.orientation(),
        (int) header.frames(),
        header.alpha(),
        header.animated(),
        bytes.size(),
        header.grey());
  }

  private static TintypeException tooLarge(String expected, Object received) {
    return new TintypeException(
        Reason.TOO_LARGE, "Expected " + expected + " but received " + received);
  }
}
