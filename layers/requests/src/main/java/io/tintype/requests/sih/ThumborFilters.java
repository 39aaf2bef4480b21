package io.tintype.requests.sih;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tintype.imaging.Color;
import io.tintype.imaging.TintypeException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Serverless Image Handler makes of Thumbor's filters. One that it doesn't know is ignored,
/// as it is there; arguments that would be an error there are one here.
final class ThumborFilters {

  private static final Pattern CALL = Pattern.compile("(.+)\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d{1,18}(?:\\.\\d{0,18})?|\\.\\d{1,18})");
  private static final Pattern PLACE = Pattern.compile("(100|[1-9]?\\d|-(100|[1-9]\\d?))p");
  private static final Set<String> FORMATS =
      Set.of("heic", "heif", "jpeg", "png", "raw", "tiff", "tif", "webp", "gif", "avif");
  private static final Map<String, String> QUALITY_KEYS =
      Map.of(
          "jpg", "jpeg", "jpeg", "jpeg", "png", "png", "webp", "webp", "tiff", "tiff", "heif",
          "heif", "gif", "gif", "avif", "avif");

  private final String name;
  private final String value;
  private final ObjectNode edits;

  private ThumborFilters(String name, String value, ObjectNode edits) {
    this.name = name;
    this.value = value;
    this.edits = edits;
  }

  /// @param call `name(arguments)`, still percent-encoded
  /// @param extension what the path ends with behind its last dot
  /// @param edits changed in place
  /// @throws TintypeException BAD_REQUEST naming the filter
  static void apply(String call, String extension, ObjectNode edits) {
    Matcher match = CALL.matcher(call);
    if (!match.matches()) {
      throw Wrong.at("filters", "name(arguments) without colons", call);
    }
    String value = Percent.decode("filter " + match.group(1), match.group(2));
    new ThumborFilters(match.group(1), value, edits).apply(extension);
  }

  private void apply(String extension) {
    switch (name) {
      case "animated" -> edits.put("animated", !value.toLowerCase(Locale.ROOT).equals("false"));
      case "autojpg" -> edits.put("toFormat", "jpeg");
      case "background_color" -> color(edits.putObject("flatten").putObject("background"), value);
      case "blur" -> blur();
      case "convolution" -> convolution();
      case "equalize" -> edits.put("normalize", true);
      case "fill" -> fill();
      case "format" -> format();
      case "grayscale" -> edits.put("grayscale", true);
      case "no_upscale" -> ThumborEdits.resize(edits).put("withoutEnlargement", true);
      case "proportion" -> proportion();
      case "quality" -> quality(extension);
      case "rgb" -> rgb();
      case "rotate" -> rotate();
      case "sharpen" -> put(edits, "sharpen", 1 + number(argument(1), "a radius") / 2);
      case "smart_crop" -> smartCrop();
      case "stretch" -> stretch();
      case "strip_exif" -> edits.put("stripExif", true);
      case "strip_icc" -> edits.put("stripIcc", true);
      case "upscale" -> ThumborEdits.resize(edits).put("fit", "inside");
      case "watermark" -> watermark();
      default -> {} // as Serverless Image Handler does
    }
  }

  private void blur() {
    double sigma = argument(1).isEmpty() ? Double.NaN : number(argument(1), "a sigma");
    put(edits, "blur", Double.isNaN(sigma) ? number(argument(0), "a radius") / 2 : sigma);
  }

  private void convolution() {
    List<String> numbers = List.of(argument(0).split(";", -1));
    double columns = number(argument(1), "columns");
    if (!(columns >= 1) || numbers.size() > 10_000) {
      throw wrong("numbers with ; between them, and 1 column or more");
    }
    ObjectNode convolve = edits.putObject("convolve");
    put(convolve, "width", columns);
    put(convolve, "height", Math.ceil(numbers.size() / columns));
    ArrayNode kernel = convolve.putArray("kernel");
    numbers.forEach(text -> kernel.add(number(text, "numbers with ; between them")));
  }

  private void fill() {
    ObjectNode resize = ThumborEdits.resize(edits);
    resize.put("fit", "contain");
    color(resize.putObject("background"), value);
  }

  private void format() {
    String format = value.replaceAll("[^0-9A-Za-z]", "").replaceFirst("(?i)jpg", "jpeg");
    if (FORMATS.contains(format)) {
      edits.put("toFormat", format);
    }
  }

  private void proportion() {
    double ratio = number(value, "a ratio");
    ObjectNode resize = ThumborEdits.resize(edits);
    if (resize.hasNonNull("width") && resize.hasNonNull("height")) {
      resize.put("width", resize.get("width").asDouble() * ratio);
      resize.put("height", resize.get("height").asDouble() * ratio);
    } else {
      put(resize, "ratio", ratio);
    }
  }

  /// Kept under the original's format or the one asked for, whichever is known first.
  private void quality(String extension) {
    String format = edits.path("toFormat").asText();
    String key = QUALITY_KEYS.getOrDefault(extension, QUALITY_KEYS.getOrDefault(format, ""));
    if (!key.isEmpty()) {
      put(edits.putObject(key), "quality", number(value, "a quality"));
    }
  }

  private void rgb() {
    ObjectNode tint = edits.putObject("tint");
    tint.put("r", 255 * (number(argument(0), "three percentages") / 100));
    tint.put("g", 255 * (number(argument(1), "three percentages") / 100));
    tint.put("b", 255 * (number(argument(2), "three percentages") / 100));
  }

  private void rotate() {
    if (value.isEmpty()) {
      edits.remove("rotate"); // upright, which pictures are anyway
    } else {
      put(edits, "rotate", number(value, "degrees"));
    }
  }

  private void smartCrop() {
    ObjectNode smart = edits.putObject("smartCrop");
    if (!argument(0).isEmpty()) {
      put(smart, "faceIndex", number(argument(0), "a face's number"));
    }
    if (!argument(1).isEmpty()) {
      put(smart, "padding", number(argument(1), "pixels around the face"));
    }
  }

  private void stretch() {
    ObjectNode resize = ThumborEdits.resize(edits);
    if (!resize.path("fit").asText().equals("inside")) {
      resize.put("fit", "fill");
    }
  }

  private void watermark() {
    ObjectNode overlay = edits.putObject("overlayWith");
    List<String> names = List.of("bucket", "key", "", "", "alpha", "wRatio", "hRatio");
    for (int index = 0; index < names.size(); index++) {
      String text = argument(index).replaceAll("\\s+", "");
      if (!names.get(index).isEmpty() && index < value.split(",", -1).length) {
        overlay.put(names.get(index), text);
      }
    }
    ObjectNode options = overlay.putObject("options");
    place(options, "left", argument(2).replaceAll("\\s+", ""));
    place(options, "top", argument(3).replaceAll("\\s+", ""));
  }

  /// Anything else leaves the watermark in the middle.
  private static void place(ObjectNode options, String name, String text) {
    if (PLACE.matcher(text).matches() || NUMBER.matcher(text).matches()) {
      options.put(name, text);
    }
  }

  private void color(ObjectNode target, String text) {
    Color color = JsonColors.parse(text).orElseThrow(() -> wrong("a colour"));
    target.put("r", color.red()).put("g", color.green()).put("b", color.blue());
    if (color.alpha() < 255) {
      target.put("alpha", color.alpha() / 255.0);
    }
  }

  /// What stands between the commas; empty where there is no such argument.
  private String argument(int index) {
    String[] arguments = value.split(",", -1);
    return index < arguments.length ? arguments[index].strip() : "";
  }

  private static void put(ObjectNode target, String name, double number) {
    if (number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE) {
      target.put(name, (int) number);
    } else {
      target.put(name, number);
    }
  }

  private double number(String text, String expected) {
    if (!NUMBER.matcher(text.strip()).matches()) {
      throw wrong(expected);
    }
    return Double.parseDouble(text.strip());
  }

  private TintypeException wrong(String expected) {
    return Wrong.at("filter " + name, expected, value);
  }
}
