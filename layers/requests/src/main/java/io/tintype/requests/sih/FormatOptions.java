package io.tintype.requests.sih;

import io.tintype.imaging.Encoding;
import io.tintype.imaging.Format;
import io.tintype.imaging.TintypeException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a key named after a format says, such as `edits.jpeg`. Options that only tune an encoder
/// are read and left to the engine.
///
/// @param names whether the key also chooses the format, as sharp's methods do
record FormatOptions(Format format, boolean names, Optional<Integer> quality, Encoding encoding) {

  static final List<String> KEYS = List.of("jpeg", "png", "webp", "gif", "avif", "tiff", "heif");

  private static final String[] TUNING = {
    "adaptiveFiltering",
    "alphaQuality",
    "bigtiff",
    "bitdepth",
    "exact",
    "interFrameMaxError",
    "interPaletteMaxError",
    "keepDuplicateFrames",
    "miniswhite",
    "minSize",
    "mixed",
    "nearLossless",
    "optimiseCoding",
    "optimizeCoding",
    "overshootDeringing",
    "predictor",
    "preset",
    "pyramid",
    "quantisationTable",
    "quantizationTable",
    "resolutionUnit",
    "reuse",
    "smartDeblock",
    "smartSubsample",
    "tile",
    "tileHeight",
    "tileWidth",
    "trellisQuantisation",
    "trellisQuantization",
    "tune",
    "xres",
    "yres"
  };

  /// @param key one of [#KEYS]
  /// @throws TintypeException BAD_REQUEST
  static FormatOptions read(String key, Value value) {
    Format format = Format.valueOf(key.toUpperCase(Locale.ROOT));
    if (value.isTrue()) {
      return new FormatOptions(format, true, Optional.empty(), Encoding.USUAL);
    }
    Fields fields = value.fields();
    fields.indifferent(TUNING);
    boolean av1 = format == Format.HEIF && compression(fields).equals("av1");
    FormatOptions options =
        new FormatOptions(
            av1 ? Format.AVIF : format,
            fields.get("force").map(Value::flag).orElse(true),
            fields.get("quality").map(quality -> quality(quality, format)),
            Wrong.named(value.place(), () -> encoding(fields, format)));
    fields.close();
    return options;
  }

  private static String compression(Fields fields) {
    return fields
        .get("compression")
        .map(value -> value.oneOf(Map.of("av1", "av1", "hevc", "hevc")))
        .orElse("hevc");
  }

  private static int quality(Value value, Format format) {
    int quality = value.whole();
    int least = format == Format.PNG ? 0 : 1;
    if (quality < least || quality > 100) {
      throw value.wrong("a quality " + least + "..100");
    }
    return Math.max(1, quality);
  }

  private static Encoding encoding(Fields fields, Format format) {
    boolean mozjpeg = fields.flag("mozjpeg");
    boolean scans = fields.get("optimiseScans", "optimizeScans").map(Value::flag).orElse(false);
    boolean fullColor =
        fields
            .get("chromaSubsampling")
            .map(value -> value.oneOf(Map.of("4:4:4", true, "4:2:0", false)))
            .orElse(false);
    if (format != Format.PNG && format != Format.HEIF) {
      fields.indifferent("compression");
    }
    return new Encoding(
        fields.flag("progressive") || mozjpeg || scans,
        mozjpeg,
        fullColor,
        fields.flag("lossless"),
        fields.get("effort").map(value -> effort(value, format)),
        colors(fields, format),
        fields.get("dither").map(Value::number),
        fields.get("compressionLevel").map(Value::whole),
        fields.get("loop").map(Value::whole),
        fields.get("delay").map(FormatOptions::delay));
  }

  /// sharp counts from 1 to 10 for palettes, and from 0 elsewhere.
  private static int effort(Value value, Format format) {
    int least = format == Format.PNG || format == Format.GIF ? 1 : 0;
    int most = least == 1 ? 10 : format == Format.WEBP ? 6 : 9;
    int effort = value.whole();
    if (effort < least || effort > most) {
      throw value.wrong("an effort " + least + ".." + most);
    }
    return effort - least;
  }

  /// A PNG has a palette when anything is said that only palettes have.
  private static Optional<Integer> colors(Fields fields, Format format) {
    Optional<Integer> colors = fields.get("colours", "colors").map(Value::whole);
    if (format != Format.PNG) {
      return colors;
    }
    Set<String> said = new HashSet<>(fields.names());
    said.retainAll(Set.of("quality", "effort", "colours", "colors", "dither"));
    boolean palette = fields.get("palette").map(Value::flag).orElse(!said.isEmpty());
    return palette ? colors.or(() -> Optional.of(256)) : Optional.empty();
  }

  /// One delay for all frames, also where it is repeated for each of them.
  private static int delay(Value value) {
    if (!value.isList()) {
      return value.whole();
    }
    List<Integer> delays = value.list().stream().map(Value::whole).distinct().toList();
    if (delays.size() != 1) {
      throw value.wrong("one delay for all frames");
    }
    return delays.getFirst();
  }
}
