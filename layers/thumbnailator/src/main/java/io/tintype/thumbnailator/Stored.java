package io.tintype.thumbnailator;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Optional;

/// One decoded frame as it is stored: not yet upright and, where it carries a profile, not yet
/// sRGB. Its numbers are read by [Rows], never through a colour model.
///
/// @param profile what the numbers mean; empty for sRGB and for grey without a profile
record Stored(BufferedImage image, Optional<ICC_ColorSpace> profile) {

  private static final byte[] GREY_OF_JAVA = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();

  static Stored of(BufferedImage image) {
    return of(image, Optional.empty());
  }

  /// @param embedded the file's profile where the reader doesn't care for it
  static Stored of(BufferedImage image, Optional<ICC_Profile> embedded) {
    ColorModel colors = image.getColorModel();
    if (LinearLight.is(colors)) {
      return new Stored(LinearLight.encoded(image), Optional.empty());
    }
    if (!readableAsRows(colors)) {
      return new Stored(converted(image), Optional.empty());
    }
    return new Stored(
        image,
        embedded
            .map(ICC_ColorSpace::new)
            .filter(space -> fits(space, colors))
            .or(() -> own(colors)));
  }

  boolean alpha() {
    return image.getColorModel().hasAlpha();
  }

  private static boolean readableAsRows(ColorModel colors) {
    if (colors instanceof IndexColorModel) {
      return true;
    }
    int type = colors.getColorSpace().getType();
    boolean rgbOrGrey = type == ColorSpace.TYPE_RGB || type == ColorSpace.TYPE_GRAY;
    return switch (colors) {
      case ComponentColorModel component ->
          rgbOrGrey
              && (component.getTransferType() == DataBuffer.TYPE_BYTE
                  || component.getTransferType() == DataBuffer.TYPE_USHORT);
      case DirectColorModel direct -> rgbOrGrey && direct.getPixelSize() >= 24;
      default -> false;
    };
  }

  /// Grey without a profile is left alone: Java takes it for linear light, which files don't mean.
  private static Optional<ICC_ColorSpace> own(ColorModel colors) {
    return colors.getColorSpace() instanceof ICC_ColorSpace space
            && !space.isCS_sRGB()
            && !Arrays.equals(space.getProfile().getData(), GREY_OF_JAVA)
        ? Optional.of(space)
        : Optional.empty();
  }

  private static boolean fits(ICC_ColorSpace space, ColorModel colors) {
    return !space.isCS_sRGB()
        && space.getNumComponents() == colors.getNumColorComponents()
        && (space.getType() == ColorSpace.TYPE_RGB || space.getType() == ColorSpace.TYPE_GRAY);
  }

  private static BufferedImage converted(BufferedImage image) {
    int type =
        image.getColorModel().hasAlpha()
            ? BufferedImage.TYPE_4BYTE_ABGR
            : BufferedImage.TYPE_3BYTE_BGR;
    var target = new BufferedImage(image.getWidth(), image.getHeight(), type);
    return new ColorConvertOp(null).filter(image, target);
  }
}
