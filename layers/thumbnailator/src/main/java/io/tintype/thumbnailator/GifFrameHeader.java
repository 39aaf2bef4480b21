package io.tintype.thumbnailator;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.NodeList;

/// What a GIF says about one frame, taken from the JDK's metadata tree
/// (`javax_imageio_gif_image_1.0`).
///
/// @param plays how often the file, in front of this frame, says that all frames are shown: 0
///     without end, 1 where it says nothing
record GifFrameHeader(int left, int top, int delayCentis, String disposal, int plays) {

  private static final String TREE = "javax_imageio_gif_image_1.0";

  static GifFrameHeader of(ImageReader reader, int index) throws IOException {
    var root = (IIOMetadataNode) reader.getImageMetadata(index).getAsTree(TREE);
    IIOMetadataNode place = child(root, "ImageDescriptor");
    IIOMetadataNode control = child(root, "GraphicControlExtension");
    return new GifFrameHeader(
        number(place, "imageLeftPosition"),
        number(place, "imageTopPosition"),
        number(control, "delayTime"),
        control.getAttribute("disposalMethod"),
        plays(root));
  }

  boolean restoresBackground() {
    return disposal.equals("restoreToBackgroundColor");
  }

  boolean restoresPrevious() {
    return disposal.equals("restoreToPrevious");
  }

  private static IIOMetadataNode child(IIOMetadataNode root, String name) {
    NodeList found = root.getElementsByTagName(name);
    return found.getLength() == 0 ? new IIOMetadataNode(name) : (IIOMetadataNode) found.item(0);
  }

  private static int number(IIOMetadataNode node, String attribute) {
    String value = node.getAttribute(attribute);
    return value.isEmpty() ? 0 : Integer.parseInt(value);
  }

  /// What the file counts is how often they are shown again.
  private static int plays(IIOMetadataNode root) {
    NodeList extensions = root.getElementsByTagName("ApplicationExtension");
    for (int i = 0; i < extensions.getLength(); i++) {
      var extension = (IIOMetadataNode) extensions.item(i);
      if (extension.getAttribute("applicationID").equals("NETSCAPE")
          && extension.getUserObject() instanceof byte[] content
          && content.length >= 3
          && content[0] == 1) {
        int again = (content[1] & 255) | ((content[2] & 255) << 8);
        return again == 0 ? 0 : again + 1;
      }
    }
    return 1;
  }
}
