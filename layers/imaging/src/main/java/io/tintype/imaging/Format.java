package io.tintype.imaging;

import java.util.Locale;
import java.util.Optional;

/// An image file format that Tintype knows by its first bytes. Which of them can be read or
/// written depends on the engine, see [Capabilities].
public enum Format {
  JPEG("image/jpeg"),
  PNG("image/png"),
  GIF("image/gif"),
  WEBP("image/webp"),
  AVIF("image/avif"),
  HEIF("image/heif"),
  TIFF("image/tiff"),
  SVG("image/svg+xml"),
  BMP("image/bmp"),
  PSD("image/vnd.adobe.photoshop"),
  TGA("image/x-tga"),
  PNM("image/x-portable-anymap"),
  ICNS("image/x-icns"),
  PCX("image/vnd.zbrush.pcx");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /// The value of a Content-Type header.
  public String mediaType() {
    return mediaType;
  }

  /// Lower-case name, used in URLs and as the last part of a derivative's key.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether a picture in this format may have transparent parts.
  public boolean alpha() {
    return this != JPEG && this != PNM && this != PCX;
  }

  /// The format with that [#id()], or its common other spelling (`jpg`, `tif`, `heic`,
  /// `svg+xml`).
  public static Optional<Format> named(String name) {
    String wanted =
        switch (name.toLowerCase(Locale.ROOT)) {
          case "jpg" -> "jpeg";
          case "tif" -> "tiff";
          case "heic" -> "heif";
          case "svg+xml" -> "svg";
          case String other -> other;
        };
    for (Format format : values()) {
      if (format.id().equals(wanted)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
