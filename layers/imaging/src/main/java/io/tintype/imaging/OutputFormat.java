package io.tintype.imaging;

import java.util.stream.Collectors;

/// Decides what is written: the format asked for; else the source's own where the engine writes
/// it; else PNG where the source may be transparent and JPEG where it may not.
final class OutputFormat {

  private OutputFormat() {}

  /// @throws TintypeException UNSUPPORTED when the engine does not write that format
  static Format choose(Output output, SourceInfo source, Capabilities capabilities) {
    Format format = output.format().orElseGet(() -> implied(source, capabilities));
    if (!capabilities.writes().contains(format)) {
      throw new TintypeException(
          Reason.UNSUPPORTED,
          "Expected an output format of "
              + capabilities.writes().stream()
                  .sorted()
                  .map(Format::id)
                  .collect(Collectors.joining(", "))
              + " but received "
              + format.id());
    }
    return format;
  }

  private static Format implied(SourceInfo source, Capabilities capabilities) {
    if (capabilities.writes().contains(source.format())) {
      return source.format();
    }
    return source.alpha() ? Format.PNG : Format.JPEG;
  }
}
