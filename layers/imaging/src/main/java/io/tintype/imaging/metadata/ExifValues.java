package io.tintype.imaging.metadata;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the values of tags.
final class ExifValues {

  private static final Pattern DATE =
      Pattern.compile("(\\d{4}):(\\d{2}):(\\d{2}) (\\d{2}):(\\d{2}):(\\d{2})");

  /// More numbers of one tag than anybody wants to read, such as the places of a TIFF's strips.
  private static final int MOST_NUMBERS = 65_536;

  private ExifValues() {}

  static ExifValue of(TiffTags.Entry entry) {
    return switch (entry.type()) {
      case 2 -> text(entry);
      case 7 -> new ExifValue.Raw(entry.values().copy());
      case 1, 3, 4, 5, 6, 8, 9, 10 -> numbers(entry);
      default -> new ExifValue.Nothing();
    };
  }

  private static ExifValue text(TiffTags.Entry entry) {
    byte[] bytes = entry.values().copy();
    for (byte one : bytes) {
      if (one < 0) {
        return new ExifValue.Raw(bytes);
      }
    }
    String text = entry.values().text(0, bytes.length);
    return new ExifValue.Text(text.endsWith("\0") ? text.substring(0, text.length() - 1) : text);
  }

  private static ExifValue numbers(TiffTags.Entry entry) {
    int size = entry.size();
    if (entry.count() == 1) {
      return entry.values().size() < size
          ? new ExifValue.Nothing()
          : new ExifValue.One(number(entry, 0));
    }
    List<Double> numbers = new ArrayList<>();
    long present = Math.min(entry.values().size() / size, MOST_NUMBERS);
    for (int i = 0; i < present; i++) {
      numbers.add(number(entry, i * size));
    }
    return new ExifValue.Many(numbers);
  }

  private static double number(TiffTags.Entry entry, int at) {
    Part values = entry.values();
    return switch (entry.type()) {
      case 1 -> values.u8(at);
      case 3 -> values.u16(at);
      case 4 -> values.u32(at);
      case 5 -> (double) values.u32(at) / values.u32(at + 4);
      case 6 -> (byte) values.u8(at);
      case 8 -> (short) values.u16(at);
      case 9 -> values.s32(at);
      default -> (double) values.s32(at) / values.s32(at + 4);
    };
  }

  static ExifValue date(TiffTags.Entry entry) {
    if (!(of(entry) instanceof ExifValue.Text(String text))) {
      return new ExifValue.Nothing();
    }
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return new ExifValue.Nothing();
    }
    int year = Integer.parseInt(date.group(1));
    // As JavaScript's Date.UTC counts: years below 100 lie after 1900, and what is too much of one
    // unit goes into the next.
    return new ExifValue.Moment(
        LocalDate.of(year < 100 ? 1900 + year : year, 1, 1)
            .plusMonths(Long.parseLong(date.group(2)) - 1)
            .plusDays(Long.parseLong(date.group(3)) - 1)
            .atStartOfDay(ZoneOffset.UTC)
            .plusHours(Long.parseLong(date.group(4)))
            .plusMinutes(Long.parseLong(date.group(5)))
            .plusSeconds(Long.parseLong(date.group(6)))
            .toInstant());
  }
}
