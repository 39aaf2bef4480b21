package io.tintype.bench.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Who is compared, in the order in which they are printed.
enum Contender {
  VIPS("vips"),
  SHARP_ONCE("sharp, 1 decode"),
  SHARP_SEPARATELY("sharp, 5 calls"),
  THUMBNAILATOR("thumbnailator");

  private final String label;

  Contender(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /// As in arguments.
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// One rendition at a time is the same in both scripts.
  boolean does(Job job) {
    return this != SHARP_SEPARATELY || job.fanOut();
  }

  /// @param root the project's folder
  List<String> command(Path root) {
    return switch (this) {
      case VIPS -> java("-Xmx64m", "vips");
      // decodes on the Java heap
      case THUMBNAILATOR -> java("-Xmx3g", "thumbnailator");
      case SHARP_ONCE -> sharp(root, "once");
      case SHARP_SEPARATELY -> sharp(root, "separately");
    };
  }

  private static List<String> java(String heap, String engine) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        heap,
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-Dtintype.vips=" + System.getProperty("tintype.vips", ""),
        "-cp",
        System.getProperty("java.class.path"),
        EngineWorker.class.getName(),
        engine);
  }

  private static List<String> sharp(Path root, String script) {
    return List.of("node", root.resolve("bench/peers/sharp.mjs").toString(), script);
  }
}
