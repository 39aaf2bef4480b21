package io.tintype.testkit;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/// Looks into an encoded JPEG, PNG, WebP or GIF for what isn't the picture.
public enum Metadata {
  EXIF,
  XMP,
  IPTC,
  ICC,
  COMMENT;

  /// Everything of that kind that the file holds.
  public static Set<Metadata> in(byte[] file) {
    if (startsWith(file, 0, "\u00FF\u00D8")) {
      return inJpeg(file);
    }
    if (startsWith(file, 1, "PNG\r\n")) {
      return inPng(file);
    }
    if (startsWith(file, 8, "WEBP")) {
      return inWebp(file);
    }
    if (startsWith(file, 0, "GIF8")) {
      return inGif(file);
    }
    throw new AssertionError("Expected a JPEG, PNG, WebP or GIF");
  }

  private static Set<Metadata> inJpeg(byte[] file) {
    Set<Metadata> found = EnumSet.noneOf(Metadata.class);
    int startOfScan = 0xDA;
    for (int at = 2; u8(file, at + 1) != startOfScan; at += 2 + big16(file, at + 2)) {
      int marker = u8(file, at + 1);
      if (marker == 0xE1) {
        found.add(startsWith(file, at + 4, "Exif\0") ? EXIF : XMP);
      } else if (marker == 0xE2 && startsWith(file, at + 4, "ICC_PROFILE")) {
        found.add(ICC);
      } else if (marker == 0xED) {
        found.add(IPTC);
      } else if (marker == 0xFE) {
        found.add(COMMENT);
      }
    }
    return found;
  }

  private static Set<Metadata> inPng(byte[] file) {
    Set<Metadata> found = EnumSet.noneOf(Metadata.class);
    for (int at = 8; at < file.length; at += 12 + big32(file, at)) {
      switch (text(file, at + 4, 4)) {
        case "eXIf" -> found.add(EXIF);
        case "iCCP" -> found.add(ICC);
        case "iTXt", "tEXt", "zTXt" ->
            found.add(startsWith(file, at + 8, "XML:com.adobe.xmp") ? XMP : COMMENT);
        case "tIME" -> found.add(COMMENT);
        default -> {}
      }
    }
    return found;
  }

  private static Set<Metadata> inWebp(byte[] file) {
    Set<Metadata> found = EnumSet.noneOf(Metadata.class);
    for (int at = 12; at < file.length; ) {
      switch (text(file, at, 4)) {
        case "EXIF" -> found.add(EXIF);
        case "XMP " -> found.add(XMP);
        case "ICCP" -> found.add(ICC);
        default -> {}
      }
      int length = Integer.reverseBytes(big32(file, at + 4));
      at += 8 + length + (length & 1);
    }
    return found;
  }

  private static Set<Metadata> inGif(byte[] file) {
    Set<Metadata> found = EnumSet.noneOf(Metadata.class);
    for (GifBlock block : GifBlock.all(file)) {
      if (block.label() == GifBlock.COMMENT || block.label() == GifBlock.PLAIN_TEXT) {
        found.add(COMMENT);
      } else if (block.label() == GifBlock.APPLICATION && block.contentStartsWith("XMP Data")) {
        found.add(XMP);
      } else if (block.label() == GifBlock.APPLICATION && block.contentStartsWith("ICCRGBG1")) {
        found.add(ICC);
      }
    }
    return found;
  }

  private static boolean startsWith(byte[] file, int at, String text) {
    return at + text.length() <= file.length && text(file, at, text.length()).equals(text);
  }

  private static String text(byte[] file, int at, int length) {
    return new String(file, at, length, StandardCharsets.ISO_8859_1);
  }

  private static int u8(byte[] file, int at) {
    return file[at] & 255;
  }

  private static int big16(byte[] file, int at) {
    return (u8(file, at) << 8) | u8(file, at + 1);
  }

  private static int big32(byte[] file, int at) {
    return (big16(file, at) << 16) | big16(file, at + 2);
  }
}
