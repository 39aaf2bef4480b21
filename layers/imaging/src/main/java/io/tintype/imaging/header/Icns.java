package io.tintype.imaging.header;

import io.tintype.imaging.Format;

/// Apple's icon files: several sizes of one icon, of which the largest counts. Icons that are PNG
/// files have the size that they say themselves. JPEG 2000 icons, which nothing here reads, count
/// only where there is nothing else.
final class Icns {

  private Icns() {}

  static boolean recognises(Bytes bytes) {
    return bytes.ascii(0, "icns");
  }

  static Header read(Bytes bytes) {
    long end = bytes.u32(4);
    if (!bytes.has(0, end)) {
      throw bytes.corrupt("ends after " + bytes.size() + " of " + end + " bytes");
    }
    Header largest = Header.still(Format.ICNS, 0, 0, true);
    Header unreadable = largest;
    for (long at = 8; at + 8 <= end; at += bytes.u32(at + 4)) {
      long length = bytes.u32(at + 4);
      if (length < 8 || at + length > end) {
        throw bytes.corrupt("has an icon of " + length + " bytes at byte " + at);
      }
      String type = bytes.text(at, 4);
      if (side(type) > 0) {
        Bytes icon = bytes.slice(at + 8, length - 8);
        Header header = header(type, icon);
        if (jpeg2000(icon)) {
          unreadable = larger(unreadable, header);
        } else {
          largest = larger(largest, header);
        }
      }
    }
    Header found = largest.largest() == 0 ? unreadable : largest;
    if (found.largest() == 0) {
      throw bytes.corrupt("has no icon");
    }
    return found;
  }

  private static Header header(String type, Bytes icon) {
    if (Png.recognises(icon)) {
      Header png = Png.size(icon);
      return Header.still(Format.ICNS, png.width(), png.height(), true);
    }
    int side = side(type);
    return Header.still(Format.ICNS, side, type.startsWith("icm") ? 12 : side, true);
  }

  private static boolean jpeg2000(Bytes icon) {
    return icon.ascii(0, "\0\0\0\fjP  ") || icon.ascii(0, "\u00FFO\u00FFQ");
  }

  private static Header larger(Header a, Header b) {
    return b.largest() > a.largest() ? b : a;
  }

  /// Pixels of the icon's side; 0 for masks, tables of contents and what else lies there.
  private static int side(String type) {
    return switch (type) {
      case "ics#", "ics4", "ics8", "is32", "icp4", "ic04", "icm#", "icm4", "icm8" -> 16;
      case "icsb" -> 18;
      case "sb24" -> 24;
      case "ICON", "ICN#", "icl4", "icl8", "il32", "icp5", "ic05", "ic11" -> 32;
      case "icsB" -> 36;
      case "ich#", "ich4", "ich8", "ih32", "SB24" -> 48;
      case "icp6", "ic12" -> 64;
      case "it32", "ic07" -> 128;
      case "ic08", "ic13" -> 256;
      case "ic09", "ic14" -> 512;
      case "ic10" -> 1024;
      default -> 0;
    };
  }
}
