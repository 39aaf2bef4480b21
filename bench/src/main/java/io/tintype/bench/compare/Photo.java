package io.tintype.bench.compare;

import io.tintype.imaging.Format;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.header.Headers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A file that is rendered.
///
/// @param kind a format, and of JPEGs whether they are `baseline` or `progressive`
record Photo(Path file, String kind, SourceInfo info) {

  /// Every picture of a folder that both sides can read, by size.
  static List<Photo> in(Path folder) throws IOException {
    List<Photo> photos = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        photos.add(read(file.toAbsolutePath()));
      }
    } catch (TintypeException e) {
      throw new IOException("Expected nothing but pictures in " + folder, e);
    }
    if (photos.isEmpty()) {
      throw new IOException("Expected pictures in " + folder + " but found none");
    }
    return photos;
  }

  private static Photo read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      SourceInfo info = Headers.read(Source.of(bytes), Limits.DEFAULT);
      return new Photo(file, kind(info.format(), bytes), info);
    } catch (TintypeException e) {
      throw new TintypeException(e.reason(), file + ": " + e.getMessage(), e);
    }
  }

  private static String kind(Format format, byte[] bytes) {
    if (format != Format.JPEG) {
      return format.id().toUpperCase(Locale.ROOT);
    }
    // Segments follow each other, each with its length after the two bytes of its marker.
    int at = 2;
    while (at + 3 < bytes.length) {
      int marker = bytes[at + 1] & 255;
      if (marker == 0xC2) {
        return "progressive";
      }
      if (marker == 0xC0 || marker == 0xC1) {
        return "baseline";
      }
      at += 2 + ((bytes[at + 2] & 255) << 8 | (bytes[at + 3] & 255));
    }
    return "JPEG";
  }

  String name() {
    return file.getFileName().toString();
  }

  double megapixels() {
    return info.size().pixels() * info.frames() / 1e6;
  }
}
