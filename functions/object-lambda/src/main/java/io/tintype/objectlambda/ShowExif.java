package io.tintype.objectlambda;

import java.net.URI;

/// Whether a user's request has `showExif=true`, in any case of letters.
final class ShowExif {

  private ShowExif() {}

  static boolean wanted(String url) {
    String query = URI.create(url).getRawQuery();
    if (query == null) {
      return false;
    }
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
