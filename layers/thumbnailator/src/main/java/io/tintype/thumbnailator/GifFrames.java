package io.tintype.thumbnailator;

import io.tintype.imaging.Format;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import java.awt.image.BufferedImage;
import java.awt.image.DirectColorModel;
import java.io.IOException;
import java.util.function.Consumer;
import javax.imageio.ImageReader;

/// The frames of a GIF, drawn onto its canvas by the rules of GIF89a, appendix A.
record GifFrames(Source source, Size canvas) implements Frames {

  @Override
  public int plays() throws IOException {
    ImageReader reader = Codecs.reader(Format.GIF);
    try (var in = new BufferInput(source.buffer())) {
      reader.setInput(in, /* seekForwardOnly= */ false, /* ignoreMetadata= */ false);
      return GifFrameHeader.of(reader, 0).plays();
    } finally {
      reader.dispose();
    }
  }

  @Override
  public void each(int first, int count, Consumer<Frame> consumer) throws IOException {
    ImageReader reader = Codecs.reader(Format.GIF);
    try (var in = new BufferInput(source.buffer())) {
      reader.setInput(in, /* seekForwardOnly= */ false, /* ignoreMetadata= */ false);
      var screen = new AnimationCanvas(canvas);
      for (int i = 0; i < first + count; i++) {
        GifFrameHeader header = GifFrameHeader.of(reader, i);
        BufferedImage patch = reader.read(i);
        int[] before = header.restoresPrevious() ? screen.copy() : new int[0];
        screen.draw(Rows.of(patch), header.left(), header.top(), /* blend= */ true);
        if (i >= first) {
          consumer.accept(frame(screen.copy(), header.delayCentis() * 10));
        }
        if (header.restoresPrevious()) {
          screen.takeBack(before);
        } else if (header.restoresBackground()) {
          screen.clear(header.left(), header.top(), patch.getWidth(), patch.getHeight());
        }
      }
    } finally {
      reader.dispose();
    }
  }

  private Frame frame(int[] pixels, int delayMillis) {
    BufferedImage image = Pixels.wrapped(DirectColorModel.getRGBdefault(), canvas, pixels);
    return new Frame(Stored.of(image), delayMillis);
  }
}
