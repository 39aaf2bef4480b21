package io.tintype.testkit;

import io.tintype.imaging.Size;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// A GIF as a viewer shows it.
///
/// @param frames the whole canvas at every step
/// @param delaysCentis how long each frame stays, in hundredths of a second
/// @param loops 0 without end; empty when the file doesn't say
public record Animation(List<Picture> frames, List<Integer> delaysCentis, OptionalInt loops) {

  public static Animation read(byte[] gif) {
    List<Integer> delays = new ArrayList<>();
    List<Integer> disposals = new ArrayList<>();
    List<int[]> places = new ArrayList<>();
    OptionalInt loops = OptionalInt.empty();
    for (GifBlock block : GifBlock.all(gif)) {
      switch (block.label()) {
        case GifBlock.CONTROL -> {
          disposals.add((block.u8(0) >> 2) & 7);
          delays.add(block.little16(1));
        }
        case GifBlock.IMAGE -> places.add(new int[] {block.little16(0), block.little16(2)});
        case GifBlock.APPLICATION -> {
          if (block.contentStartsWith("NETSCAPE2.0")) {
            loops = OptionalInt.of(block.little16(12));
          }
        }
        default -> {}
      }
    }
    return new Animation(compose(gif, places, disposals), delays, loops);
  }

  private static List<Picture> compose(byte[] gif, List<int[]> places, List<Integer> disposals) {
    Size size = new Size(little16(gif, 6), little16(gif, 8));
    List<Picture> frames = new ArrayList<>();
    var canvas = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
      reader.setInput(in);
      for (int i = 0; i < places.size(); i++) {
        BufferedImage patch = reader.read(i);
        BufferedImage before = copy(canvas);
        draw(canvas, patch, places.get(i));
        frames.add(Picture.of(canvas));
        switch (GifFile.Disposal.numbered(disposals.get(i))) {
          case BACKGROUND -> clear(canvas, patch, places.get(i));
          case PREVIOUS -> canvas = before;
          case KEEP, UNSPECIFIED -> {}
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      reader.dispose();
    }
    return frames;
  }

  private static int little16(byte[] gif, int at) {
    return (gif[at] & 255) | ((gif[at + 1] & 255) << 8);
  }

  private static void draw(BufferedImage canvas, BufferedImage patch, int[] place) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.drawImage(patch, place[0], place[1], null);
    graphics.dispose();
  }

  private static void clear(BufferedImage canvas, BufferedImage patch, int[] place) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.setComposite(AlphaComposite.Clear);
    graphics.fillRect(place[0], place[1], patch.getWidth(), patch.getHeight());
    graphics.dispose();
  }

  private static BufferedImage copy(BufferedImage image) {
    var copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
    image.copyData(copy.getRaster());
    return copy;
  }
}
