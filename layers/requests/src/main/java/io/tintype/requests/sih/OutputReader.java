package io.tintype.requests.sih;

import io.tintype.imaging.Color;
import io.tintype.imaging.Encoding;
import io.tintype.imaging.Format;
import io.tintype.imaging.Output;
import io.tintype.imaging.TintypeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads how the result is written: as `edits.toFormat` says, else `outputFormat`, else the last of
/// the keys that are named after a format.
final class OutputReader {

  private OutputReader() {}

  /// What there is beside the edits.
  ///
  /// @param format the request's `outputFormat`
  /// @param effort the request's `effort`, for WebP only
  /// @param anyFormat whether options count for whatever is written in the end, and choose nothing:
  ///     a Thumbor URL's quality is kept under the original's file extension
  record Wishes(Optional<Value> format, Optional<Integer> effort, boolean anyFormat) {

    static final Wishes OF_THUMBOR = new Wishes(Optional.empty(), Optional.empty(), true);
  }

  /// @throws TintypeException BAD_REQUEST
  static Output read(Fields edits, Wishes wishes) {
    List<FormatOptions> given = new ArrayList<>();
    FormatOptions.KEYS.forEach(edits::indifferent);
    for (String name : edits.names()) {
      if (FormatOptions.KEYS.contains(name)) {
        edits
            .get(name)
            .filter(value -> !value.isFalse())
            .ifPresent(value -> given.add(FormatOptions.read(name, value)));
      }
    }
    Optional<Format> format = edits.get("toFormat").or(wishes::format).map(OutputReader::format);
    if (format.isEmpty() && !wishes.anyFormat()) {
      format =
          given.stream()
              .filter(FormatOptions::names)
              .map(FormatOptions::format)
              .reduce((_, last) -> last);
    }
    Optional<FormatOptions> options = Optional.empty();
    for (FormatOptions each : given) {
      if (wishes.anyFormat() || format.isEmpty() || format.get() == each.format()) {
        options = Optional.of(each);
      }
    }
    Encoding encoding =
        options
            .filter(_ -> !wishes.anyFormat())
            .map(FormatOptions::encoding)
            .orElse(Encoding.USUAL);
    if (format.equals(Optional.of(Format.WEBP)) && wishes.effort().isPresent()) {
      encoding = encoding.withEffort(wishes.effort().get());
    }
    return new Output(
        format,
        options.flatMap(FormatOptions::quality),
        Optional.empty(),
        Color.BLACK,
        encoding,
        Output.Keep.NOTHING);
  }

  private static Format format(Value value) {
    return Format.named(value.text())
        .orElseThrow(
            () ->
                Wrong.coded(
                    "UnsupportedOutputImageFormatException",
                    value.place(),
                    "jpeg, png, webp, gif, avif, tiff or heif",
                    value.shown()));
  }
}
