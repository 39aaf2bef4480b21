package io.tintype.thumbnailator;

import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/// The one picture of a file, or one page of a document.
record StillFrame(Source source, SourceInfo info) implements Frames {

  @Override
  public int plays() {
    return 1;
  }

  @Override
  public void each(int first, int count, Consumer<Frame> consumer) throws IOException {
    consumer.accept(new Frame(decode(first), 0));
  }

  private Stored decode(int page) throws IOException {
    ImageReader reader = Codecs.reader(info.format());
    try (var in = new BufferInput(source.buffer())) {
      reader.setInput(in, /* seekForwardOnly= */ false, /* ignoreMetadata= */ true);
      int index = page == 0 ? indexOf(reader, info.stored()) : page;
      reader.addIIOReadWarningListener((from, warning) -> refuseTruncation(warning));
      ImageReadParam param = reader.getDefaultReadParam();
      Codecs.unconverted(reader, index).ifPresent(param::setDestinationType);
      BufferedImage image = reader.read(index, param);
      if (image.getWidth() != info.stored().width()
          || image.getHeight() != info.stored().height()) {
        throw page == 0
            ? new TintypeException(Reason.CORRUPT, "The picture isn't as large as its header says")
            : new TintypeException(
                Reason.UNSUPPORTED,
                "Page "
                    + page
                    + " is of another size than page 0, "
                    + info.stored()
                    + ", and can't be rendered");
      }
      if (info.format() == Format.PNG) {
        TransparentGrey.clear(source.buffer(), image);
      }
      return Stored.of(image, profile());
    } finally {
      reader.dispose();
    }
  }

  /// An icon file holds one picture in many sizes; elsewhere the first is the one.
  private static int indexOf(ImageReader reader, Size size) throws IOException {
    int candidates = reader.getNumImages(/* allowSearch= */ false);
    for (int i = 0; i < Math.max(1, candidates); i++) {
      if (reader.getWidth(i) == size.width() && reader.getHeight(i) == size.height()) {
        return i;
      }
    }
    throw new TintypeException(
        Reason.CORRUPT, "No picture in the file is as large as its header says, " + size);
  }

  /// Where a JPEG ends too early, the JDK's reader makes up the rest and only warns. Its other
  /// warnings (bad codes, bytes too many) leave a picture to be seen.
  private static void refuseTruncation(String warning) {
    if (warning.startsWith("Truncated File")) {
      throw new TintypeException(Reason.CORRUPT, "The picture ends too early");
    }
  }

  /// Of the formats whose readers leave the profile to the caller.
  private Optional<ICC_Profile> profile() {
    return switch (info.format()) {
      case PNG -> EmbeddedProfile.ofPng(source.buffer());
      case WEBP -> EmbeddedProfile.ofWebp(source.buffer());
      case JPEG, GIF, AVIF, HEIF, TIFF, SVG, BMP, PSD, TGA, PNM, ICNS, PCX -> Optional.empty();
    };
  }
}
