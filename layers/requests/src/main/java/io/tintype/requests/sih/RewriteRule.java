package io.tintype.requests.sih;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;

/// Serverless Image Handler's rewrite rule: what a JavaScript regular expression matches in a path
/// is replaced, as by `String.prototype.replace`. Matching takes time in proportion to the path's
/// length, whatever the expression; for that, look-around and back-references are not available.
/// Safe for use by several threads.
public final class RewriteRule {

  /// Longer paths don't come in, so longer ones must not come out.
  private static final int LONGEST = 8192;

  private final Pattern pattern;
  private final boolean everywhere;
  private final Substitution substitution;

  private RewriteRule(Pattern pattern, boolean everywhere, Substitution substitution) {
    this.pattern = pattern;
    this.everywhere = everywhere;
    this.substitution = substitution;
  }

  /// @param literal a JavaScript regular expression with its slashes and flags, `/^\/old/i`
  /// @param substitution in which `$1` is what the first group matched, `$&` the whole match,
  ///     `` $` `` and `$'` what is before and behind it, `$<name>` a named group and `$$` a dollar
  /// @throws IllegalArgumentException saying what of it is not available or wrong
  public static RewriteRule of(String literal, String substitution) {
    JavaScriptRegex regex = JavaScriptRegex.parse(literal);
    return new RewriteRule(regex.pattern(), regex.everywhere(), new Substitution(substitution));
  }

  /// @param path as received
  /// @throws TintypeException BAD_REQUEST when the result would be too long
  public String apply(String path) {
    StringBuilder rewritten = new StringBuilder();
    Matcher match = pattern.matcher(path);
    int done = 0;
    while (match.find()) {
      rewritten.append(path, done, match.start());
      substitution.append(rewritten, match, path);
      done = match.end();
      if (rewritten.length() > LONGEST) {
        throw new TintypeException(
            Reason.BAD_REQUEST,
            "Expected a path of at most " + LONGEST + " characters after rewriting");
      }
      if (!everywhere) {
        break;
      }
    }
    return rewritten.append(path, done, path.length()).toString();
  }
}
