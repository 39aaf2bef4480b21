package io.tintype.thumbnailator;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
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
  private final int plays;
  private final boolean clears;
  private final int colors;
  private int frames;

  /// @param plays how often all frames are shown, 0 without end
  /// @param clears whether a frame's transparency must show nothing rather than the frame before
  /// @param colors at most so many in a frame, 2..256
  GifEncoder(int plays, boolean clears, Optional<Integer> colors) throws IOException {
    this.colors = colors.orElse(256);
    this.plays = plays;
    this.clears = clears;
    writer = Codecs.gifWriter();
    writer.setOutput(out);
    writer.prepareWriteSequence(null);
  }

  static byte[] still(Pixels picture, Optional<Integer> colors) throws IOException {
    try (var encoder = new GifEncoder(/* plays= */ 1, /* clears= */ false, colors)) {
      encoder.add(picture, 0);
      return encoder.finish();
    }
  }

  void add(Pixels picture, int delayMillis) throws IOException {
    BufferedImage image = Palette.indexed(picture, colors);
    IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
    var root = new IIOMetadataNode(TREE);
    root.appendChild(control(picture.alpha(), Math.round(delayMillis / 10f)));
    if (frames == 0 && plays != 1) {
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
    int again = plays == 0 ? 0 : plays - 1;
    extension.setUserObject(new byte[] {1, (byte) again, (byte) (again >> 8)});
    var extensions = new IIOMetadataNode("ApplicationExtensions");
    extensions.appendChild(extension);
    return extensions;
  }
}
