package io.tintype.ondemand;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// One filter or edit: a request that uses it, and what must come of it.
///
/// @param name the filter's or edit's
/// @param said the part of the request that people read
/// @param path of the request
record Row(String name, Grammar grammar, String said, String path, Check check) {

  /// What a shot of the row has to be.
  @FunctionalInterface
  interface Check {

    /// @throws AssertionError saying what is wrong
    void of(Shot shot);
  }

  /// How requests are written, and in which dialect they are read.
  enum Grammar {
    /// Thumbor's and imagor's filters.
    FILTERS("tintype"),
    /// Serverless Image Handler's JSON.
    EDITS("tintype"),
    /// Thumbor's filters as Serverless Image Handler reads them.
    SIH_FILTERS("sih");

    private final String dialect;

    Grammar(String dialect) {
      this.dialect = dialect;
    }

    String dialect() {
      return dialect;
    }
  }

  /// @param options what stands before the image
  static Row filter(String name, String options, String image, Check check) {
    return new Row(name, Grammar.FILTERS, options, "/unsafe/" + options + "/" + image, check);
  }

  /// A filter of the photo, or of another image, as PNG.
  ///
  /// @param call such as `blur(5)`
  static Row call(String call, Check check) {
    return call(call, "photo.png", check);
  }

  static Row call(String call, String image, Check check) {
    return png("filters:" + call, image, check);
  }

  /// Options, as PNG; the row is named after their first filter.
  static Row png(String options, String image, Check check) {
    String name = options.replaceFirst(".*?filters:", "").replaceFirst("[(].*", "");
    return filter(name, options + ":format(png)", image, check);
  }

  static Row sih(String name, String options, String image, Check check) {
    return new Row(name, Grammar.SIH_FILTERS, options, "/" + options + "/" + image, check);
  }

  /// @param edits JSON with single quotes, without the braces around it
  static Row edit(String name, String edits, String image, Check check) {
    String json = "{\"key\":\"%s\",\"edits\":{%s}}".formatted(image, edits.replace('\'', '"'));
    String path = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    return new Row(name, Grammar.EDITS, edits.replace("'", ""), "/" + path, check);
  }

  /// For people.
  @Override
  public String toString() {
    return name + " by " + said;
  }
}
