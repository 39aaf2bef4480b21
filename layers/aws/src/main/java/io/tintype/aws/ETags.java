package io.tintype.aws;

/// S3 sends eTags in quotes and takes them with or without; Tintype keeps them without.
final class ETags {

  private ETags() {}

  static String unquoted(String eTag) {
    boolean quoted = eTag.length() >= 2 && eTag.startsWith("\"") && eTag.endsWith("\"");
    return quoted ? eTag.substring(1, eTag.length() - 1) : eTag;
  }

  static String quoted(String eTag) {
    return '"' + eTag + '"';
  }
}
