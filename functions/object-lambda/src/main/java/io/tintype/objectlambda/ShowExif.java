package io.tintype.objectlambda;

/// Whether a user's request has `showExif=true`, in any case of letters.
final class ShowExif {

  private ShowExif() {}

  /// @param url decoded by S3, so that any character may be in it
  static boolean wanted(String url) {
    int mark = url.lastIndexOf('?');
    if (mark < 0) {
      return false;
    }
    String query = url.substring(mark + 1);
    boolean wanted = false;
    for (String pair : query.split("&", -1)) {
      // The last one holds.
      if (pair.startsWith("showExif=")) {
        wanted = pair.substring("showExif=".length()).equalsIgnoreCase("true");
      }
    }
    return wanted;
  }
}
