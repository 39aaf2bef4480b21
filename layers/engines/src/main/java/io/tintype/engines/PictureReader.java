package io.tintype.engines;

import io.tintype.imaging.Format;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import java.util.Set;

/// Reads pictures in formats that an engine lacks and hands them over as files that every engine
/// reads. Safe for use by several threads.
interface PictureReader {

  Set<Format> reads();

  /// Refuses what the header doesn't give away.
  ///
  /// @throws TintypeException as [#read] does
  default void check(Source source, SourceInfo info) {}

  /// The whole picture, upright and as large as the header says.
  ///
  /// @throws TintypeException CORRUPT when the pixels can't be decoded, UNSUPPORTED when they are
  ///     of a kind that isn't read
  Handed read(Source source, SourceInfo info);

  /// @param file in a format of the web, or a TIFF
  record Handed(Source file, SourceInfo info) {}
}
