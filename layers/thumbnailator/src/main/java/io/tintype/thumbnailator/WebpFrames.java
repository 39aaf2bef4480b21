package io.tintype.thumbnailator;

import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/// The frames of an animated WebP, drawn onto its canvas as RFC 9649 says.
record WebpFrames(Source source, Size canvas) implements Frames {

  private static final int ANIM = 0x4D494E41;
  private static final int ANMF = 0x464D4E41;

  private record Part(int left, int top, int delayMillis, boolean blend, boolean clear) {}

  @Override
  public int plays() {
    ByteBuffer file = file();
    for (long at = 12; at + 14 <= file.limit(); at = after(file, at)) {
      if (file.getInt((int) at) == ANIM) {
        return file.getShort((int) at + 12) & 0xFFFF;
      }
    }
    return 1;
  }

  @Override
  public void each(int first, int count, Consumer<Frame> consumer) throws IOException {
    List<Part> parts = parts();
    if (parts.size() < first + count) {
      throw new TintypeException(Reason.CORRUPT, "The animation ends too early");
    }
    var profile = EmbeddedProfile.ofWebp(source.buffer());
    ImageReader reader = Codecs.reader(Format.WEBP);
    try (var in = new BufferInput(source.buffer())) {
      reader.setInput(in, /* seekForwardOnly= */ false, /* ignoreMetadata= */ true);
      var screen = new AnimationCanvas(canvas);
      for (int i = 0; i < first + count; i++) {
        Part part = parts.get(i);
        ImageReadParam param = reader.getDefaultReadParam();
        Codecs.unconverted(reader, i).ifPresent(param::setDestinationType);
        BufferedImage patch = reader.read(i, param);
        screen.draw(Rows.of(patch), part.left, part.top, part.blend);
        if (i >= first) {
          var picture = Stored.of(image(screen), profile);
          consumer.accept(new Frame(picture, part.delayMillis));
        }
        if (part.clear) {
          screen.clear(part.left, part.top, patch.getWidth(), patch.getHeight());
        }
      }
    } finally {
      reader.dispose();
    }
  }

  private BufferedImage image(AnimationCanvas screen) {
    int[] pixels = screen.copy();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Rows.straight(pixels[i]);
    }
    return Pixels.wrapped(ColorModel.getRGBdefault(), canvas, pixels);
  }

  private List<Part> parts() {
    ByteBuffer file = file();
    List<Part> parts = new ArrayList<>();
    for (long at = 12; at + 24 <= file.limit(); at = after(file, at)) {
      int start = (int) at;
      if (file.getInt(start) == ANMF) {
        int flags = file.get(start + 23);
        parts.add(
            new Part(
                2 * u24(file, start + 8),
                2 * u24(file, start + 11),
                u24(file, start + 20),
                (flags & 2) == 0,
                (flags & 1) != 0));
      }
    }
    return parts;
  }

  private ByteBuffer file() {
    return source.buffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  private static long after(ByteBuffer file, long at) {
    long length = Integer.toUnsignedLong(file.getInt((int) at + 4));
    return at + 8 + length + (length & 1);
  }

  private static int u24(ByteBuffer file, int at) {
    return (file.getShort(at) & 0xFFFF) | ((file.get(at + 2) & 255) << 16);
  }
}
