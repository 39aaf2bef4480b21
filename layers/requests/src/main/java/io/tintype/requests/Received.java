package io.tintype.requests;

/// What somebody sent, made fit for a message: short, and on one line.
public final class Received {

  private static final int LONGEST = 60;

  private Received() {}

  public static String text(String text) {
    if (text.isEmpty()) {
      return "nothing";
    }
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return shown.replaceAll("\\p{IsControl}", "?");
  }
}
