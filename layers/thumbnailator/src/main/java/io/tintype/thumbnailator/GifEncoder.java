package io.tintype.thumbnailator;

import io.tintype.imaging.Size;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes a GIF frame by frame; every frame is the whole canvas with a palette of its own.
final class GifEncoder implements AutoCloseable {

  private static final String TREE = "javax_imageio_gif_image_1.0";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes);
  private final ImageWriter writer;
  private final int loops;
  private final boolean clears;
  private int frames;

  /// @param loops 0 without end, [Frames#LOOPS_UNSAID] to say nothing
  /// @param clears whether a frame's transparency must show nothing rather than the frame before
  GifEncoder(int loops, boolean clears) throws IOException {
    this.loops = loops;
    this.clears = clears;
    writer = Codecs.gifWriter();
    writer.setOutput(out);
    writer.prepareWriteSequence(null);
  }

  static byte[] still(Pixels picture) throws IOException {
    try (var encoder = new GifEncoder(Frames.LOOPS_UNSAID, /* clears= */ false)) {
      encoder.add(picture, 0);
      return encoder.finish();
    }
  }

  void add(Pixels picture, int delayMillis) throws IOException {
    BufferedImage image = indexed(picture);
    IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
    var root = new IIOMetadataNode(TREE);
    root.appendChild(control(picture.alpha(), Math.round(delayMillis / 10f)));
    if (frames == 0 && loops != Frames.LOOPS_UNSAID) {
      root.appendChild(repetition());
    }
    metadata.mergeTree(TREE, root);
    writer.writeToSequence(new IIOImage(image, null, metadata), null);
    frames++;
  }

  byte[] finish() throws IOException {
    writer.endWriteSequence();
    out.flush();
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    writer.dispose();
    out.close();
  }

  private IIOMetadataNode control(boolean transparent, int delayCentis) {
    var control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", clears ? "restoreToBackgroundColor" : "doNotDispose");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", transparent ? "TRUE" : "FALSE");
    control.setAttribute("transparentColorIndex", Integer.toString(Palette.TRANSPARENT));
    control.setAttribute("delayTime", Integer.toString(Math.clamp(delayCentis, 0, 65_535)));
    return control;
  }

  private IIOMetadataNode repetition() {
    var extension = new IIOMetadataNode("ApplicationExtension");
    extension.setAttribute("applicationID", "NETSCAPE");
    extension.setAttribute("authenticationCode", "2.0");
    extension.setUserObject(new byte[] {1, (byte) loops, (byte) (loops >> 8)});
    var extensions = new IIOMetadataNode("ApplicationExtensions");
    extensions.appendChild(extension);
    return extensions;
  }

  private static BufferedImage indexed(Pixels picture) {
    Size size = picture.size();
    Palette palette = Palette.of(picture.argb());
    var colors =
        picture.alpha()
            ? new IndexColorModel(
                8, 256, palette.entries(), 0, false, Palette.TRANSPARENT, DataBufferByte.TYPE_BYTE)
            : new IndexColorModel(
                8, 256, palette.entries(), 0, false, -1, DataBufferByte.TYPE_BYTE);
    var image =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_BYTE_INDEXED, colors);
    byte[] indices = palette.indices(picture.argb());
    byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    System.arraycopy(indices, 0, target, 0, indices.length);
    return image;
  }
}
