package io.tintype.requests;

import io.tintype.imaging.Format;
import io.tintype.imaging.Output;
import java.util.Map;

/// Filters that say how the finished picture is written.
final class OutputFilters {

  static final Map<String, Filter> ALL =
      Map.ofEntries(
          Filter.of("autojpg", "([enabled])", OutputFilters::autoJpg),
          Filter.of("bitdepth", "(bits)", OutputFilters::bitDepth),
          Filter.of("compression", "(level)", (a, draft) -> draft.compression(a.whole(0, 0, 9))),
          Filter.of("format", "(format)", OutputFilters::format),
          Filter.of("keep", "(metadata)", OutputFilters::keep),
          Filter.of("lossless", "()", (arguments, draft) -> draft.lossless()),
          Filter.of(
              "max_bytes",
              "(bytes)",
              (a, draft) -> draft.maxBytes(a.wholeLong(0, 1, 1_000_000_000))),
          Filter.of("palette", "()", (arguments, draft) -> draft.colors(256)),
          Filter.of("quality", "(quality)", (a, draft) -> draft.quality(a.whole(0, 1, 100))),
          // Nothing is kept unless keep() says so; to strip one kind is to keep nothing again.
          Filter.of("strip_exif", "()", (a, draft) -> draft.keep(Output.Keep.NOTHING)),
          Filter.of("strip_icc", "()", (a, draft) -> draft.keep(Output.Keep.NOTHING)),
          Filter.of("strip_metadata", "()", (a, draft) -> draft.keep(Output.Keep.NOTHING)),
          Filter.of("to_colorspace", "([profile])", OutputFilters::colorSpace));

  private OutputFilters() {}

  private static void autoJpg(Arguments arguments, RecipeDraft draft) {
    if (!arguments.has(0) || arguments.flag(0)) {
      draft.format(Format.JPEG);
    }
  }

  private static void bitDepth(Arguments arguments, RecipeDraft draft) {
    switch (arguments.text(0)) {
      case "1", "2", "4" -> draft.colors(1 << arguments.whole(0, 1, 4));
      case "8" -> {}
      case String other -> throw arguments.wrong(0, "1, 2, 4 or 8");
    }
  }

  private static void format(Arguments arguments, RecipeDraft draft) {
    draft.format(
        switch (arguments.text(0)) {
          case "jpeg", "jpg" -> Format.JPEG;
          case "png" -> Format.PNG;
          case "gif" -> Format.GIF;
          case "webp" -> Format.WEBP;
          case "avif" -> Format.AVIF;
          case "heif", "heic" -> Format.HEIF;
          case "tiff" -> Format.TIFF;
          case String other ->
              throw arguments.wrong(0, "one of jpeg, png, gif, webp, avif, heif, tiff, jpg, heic");
        });
  }

  private static void keep(Arguments arguments, RecipeDraft draft) {
    draft.keep(
        switch (arguments.text(0)) {
          case "nothing" -> Output.Keep.NOTHING;
          case "profile" -> Output.Keep.PROFILE;
          case "copyright" -> Output.Keep.COPYRIGHT;
          case "everything" -> Output.Keep.EVERYTHING;
          case String other ->
              throw arguments.wrong(0, "one of nothing, profile, copyright, everything");
        });
  }

  /// Every picture is written in sRGB.
  private static void colorSpace(Arguments arguments, RecipeDraft draft) {
    if (arguments.has(0) && !arguments.text(0).equalsIgnoreCase("srgb")) {
      throw arguments.wrong(0, "srgb");
    }
  }
}
