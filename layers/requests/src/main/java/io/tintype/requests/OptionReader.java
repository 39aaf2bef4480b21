package io.tintype.requests;

import io.tintype.imaging.Crop;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Sizing.Length;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Trim;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// Reads option segments, each with its slash, from the start of a path for as long as they are
/// known and in order. What follows is somebody else's: in a URL it is the image.
final class OptionReader {

  private static final List<Slot> SLOTS = List.of(Slot.values());
  private static final int LARGEST_SIDE = 1_000_000;
  private static final int LARGEST_PLACE = 999_999_999;

  private final PathText path;
  private final boolean lenient;
  private int position;
  private List<Slot> open = SLOTS;
  private String lastSegment = "";

  private Optional<Trim> trim = Optional.empty();
  private Optional<Crop> crop = Optional.empty();
  private OptionPath.FitIn fitIn = new OptionPath.FitIn(false, false, false);
  private boolean stretch;
  private Length width = new Length.Auto();
  private Length height = new Length.Auto();
  private Flips flips = Flips.NONE;
  private Optional<OptionPath.Padding> padding = Optional.empty();
  private double alignX = 0.5;
  private double alignY = 0.5;
  private boolean smart;
  private List<FilterCall> filters = List.of();

  OptionReader(PathText path, int position) {
    this(path, position, /* lenient= */ false);
  }

  /// @param lenient whether filters that can't be told apart are no options, instead of an error
  OptionReader(PathText path, int position, boolean lenient) {
    this.path = path;
    this.position = position;
    this.lenient = lenient;
  }

  /// Index of the first character that is not part of the options.
  int position() {
    return position;
  }

  OptionPath read() {
    for (String segment = segment(); segment != null; segment = segment()) {
      Slot slot = slotFor(segment, open);
      if (slot == null) {
        break;
      }
      int start = position;
      position = path.slash(position) + 1;
      if (slot == Slot.FILTERS && lenient && !filtersCanBeRead(start)) {
        position = start;
        break;
      }
      take(slot, slot.matcher(segment), start);
      open = SLOTS.subList(SLOTS.indexOf(slot) + 1, SLOTS.size());
      lastSegment = segment;
    }
    return new OptionPath(
        trim, crop, fitIn, stretch, width, height, flips, padding, alignX, alignY, smart, filters);
  }

  /// Why the segment at [#position()] is not an option here, and what might be.
  String complaint() {
    String segment = segment();
    String shown = segment == null ? path.text().substring(position) : segment;
    String where = "segment " + Received.text(shown) + " at character " + (position + 1) + ": ";
    for (Slot slot : open) {
      if (slot.resembles(shown) && !slot.matches(shown)) {
        return where + "expected " + slot.syntax();
      }
    }
    List<String> allowed = open.stream().map(Slot::syntax).toList();
    String follow =
        allowed.isEmpty() ? "nothing may follow" : "expected one of " + String.join(", ", allowed);
    String after = lastSegment.isEmpty() ? "" : " after " + Received.text(lastSegment);
    boolean late = slotFor(shown, SLOTS) != null;
    return where + (late ? "out of order or given twice; " : "") + follow + after;
  }

  /// The text up to the next slash, without moving; null where there is none.
  private @Nullable String segment() {
    int slash = path.slash(position);
    return slash < 0 ? null : path.text().substring(position, slash);
  }

  private static @Nullable Slot slotFor(String segment, List<Slot> slots) {
    for (Slot slot : slots) {
      if (slot.matches(segment)) {
        return slot;
      }
    }
    return null;
  }

  private void take(Slot slot, Matcher segment, int start) {
    if (!segment.matches()) {
      throw new IllegalStateException(slot + " was said to match");
    }
    switch (slot) {
      case TRIM -> takeTrim(segment);
      case CROP -> takeCrop(segment);
      case FIT_IN ->
          fitIn = new OptionPath.FitIn(true, segment.group(1) != null, segment.group(2) != null);
      case STRETCH -> stretch = true;
      case SIZE -> takeSize(segment);
      case PADDING -> takePadding(segment);
      case HORIZONTAL -> alignX = fraction(segment.group());
      case VERTICAL -> alignY = fraction(segment.group());
      case SMART -> smart = true;
      case FILTERS -> takeFilters(start);
    }
  }

  private void takeTrim(Matcher segment) {
    boolean bottomRight = "bottom-right".equals(segment.group(1));
    int tolerance = segment.group(2) == null ? 0 : number(segment, 2, 442);
    trim =
        Optional.of(
            new Trim(bottomRight ? Trim.Corner.BOTTOM_RIGHT : Trim.Corner.TOP_LEFT, tolerance));
  }

  private void takeCrop(Matcher segment) {
    if (segment.group().indexOf('.') < 0) {
      crop =
          Optional.of(
              new Crop.Pixels(
                  number(segment, 1, LARGEST_PLACE),
                  number(segment, 2, LARGEST_PLACE),
                  number(segment, 3, LARGEST_PLACE),
                  number(segment, 4, LARGEST_PLACE)));
      return;
    }
    double[] edges = new double[4];
    for (int edge = 0; edge < 4; edge++) {
      edges[edge] = Double.parseDouble(segment.group(edge + 1));
      if (edges[edge] > 1) {
        throw wrong(segment, "whole pixels, or fractions 0..1 only", segment.group(edge + 1));
      }
    }
    crop = Optional.of(new Crop.Fractions(edges[0], edges[1], edges[2], edges[3]));
  }

  private void takeSize(Matcher segment) {
    flips = new Flips(segment.group(1) != null, segment.group(3) != null);
    width = length(segment, 2);
    height = length(segment, 4);
  }

  private Length length(Matcher segment, int group) {
    String text = segment.group(group);
    if (text == null) {
      return new Length.Auto();
    }
    if (text.equals("orig")) {
      return new Length.Original();
    }
    int pixels = number(segment, group, LARGEST_SIDE);
    return pixels == 0 ? new Length.Auto() : new Length.Pixels(pixels);
  }

  private void takePadding(Matcher segment) {
    int left = number(segment, 1, LARGEST_SIDE);
    int top = number(segment, 2, LARGEST_SIDE);
    boolean symmetric = segment.group(3) == null;
    int right = symmetric ? left : number(segment, 3, LARGEST_SIDE);
    int bottom = symmetric ? top : number(segment, 4, LARGEST_SIDE);
    padding = Optional.of(new OptionPath.Padding(left, top, right, bottom));
  }

  private void takeFilters(int start) {
    FilterReader reader = new FilterReader(path, start + "filters:".length());
    filters = reader.read();
    position = reader.position();
  }

  private boolean filtersCanBeRead(int start) {
    try {
      new FilterReader(path, start + "filters:".length()).read();
      return true;
    } catch (TintypeException e) {
      return false;
    }
  }

  private static double fraction(String alignment) {
    return switch (alignment) {
      case "left", "top" -> 0;
      case "right", "bottom" -> 1;
      case String middle -> 0.5;
    };
  }

  private static int number(Matcher segment, int group, int largest) {
    String digits = segment.group(group);
    long value = digits.length() > 10 ? Long.MAX_VALUE : Long.parseLong(digits);
    if (value > largest) {
      throw wrong(segment, "0.." + largest, digits);
    }
    return (int) value;
  }

  private static TintypeException wrong(Matcher segment, String expected, String received) {
    return new TintypeException(
        Reason.BAD_REQUEST,
        "segment "
            + Received.text(segment.group())
            + ": expected "
            + expected
            + " but received "
            + Received.text(received));
  }
}
