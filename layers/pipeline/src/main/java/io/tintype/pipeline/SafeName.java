package io.tintype.pipeline;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Makes the last part of an original's key from whatever a client calls its file: at most 100 of
/// `[A-Za-z0-9._-]`, never empty, never beginning with a dot or a dash.
final class SafeName {

  private static final int MAX_LENGTH = 100;
  private static final int MAX_EXTENSION = 16;
  private static final String NAMELESS = "image";

  private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]+");
  private static final Pattern LEADING = Pattern.compile("^[.-]+");
  private static final Pattern TRAILING = Pattern.compile("[.-]+$");

  private SafeName() {}

  static String of(String filename) {
    String last = FOLDERS.matcher(filename.strip()).replaceFirst("");
    String decomposed = Normalizer.normalize(last, Normalizer.Form.NFKD);
    String ascii = UNSAFE.matcher(ACCENTS.matcher(decomposed).replaceAll("")).replaceAll("-");
    String name = TRAILING.matcher(ascii).replaceFirst("");
    int dot = name.lastIndexOf('.');
    if (dot < 0 || name.length() - dot > MAX_EXTENSION) {
      return cut(trimmed(name), MAX_LENGTH);
    }
    String extension = name.substring(dot);
    return cut(trimmed(name.substring(0, dot)), MAX_LENGTH - extension.length()) + extension;
  }

  private static String trimmed(String stem) {
    String rest = LEADING.matcher(stem).replaceFirst("");
    return rest.isEmpty() ? NAMELESS : rest;
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }
}
