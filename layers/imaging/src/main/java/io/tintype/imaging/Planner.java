package io.tintype.imaging;

/// Resolves recipes into plans: pure geometry, no pixels, no I/O. Total: every valid recipe has a
/// plan for every source, or a [TintypeException] that names the limit or the capability in the
/// way.
public final class Planner {

  private final Capabilities capabilities;
  private final Limits limits;

  public Planner(Capabilities capabilities, Limits limits) {
    this.capabilities = capabilities;
    this.limits = limits;
  }

  /// @throws TintypeException BAD_REQUEST when the result would be too large or an edit is not
  ///     available, UNSUPPORTED when the output format can't be written
  public Plan plan(Recipe recipe, SourceInfo source, Findings findings) {
    if (recipe.edits().size() > limits.maxEdits()) {
      throw new TintypeException(
          Reason.BAD_REQUEST, "Expected at most " + limits.maxEdits() + " edits");
    }
    return new Plan(
        source,
        1,
        0,
        findings.trimmed().orElse(Box.of(source.size())),
        source.size(),
        recipe.flips(),
        recipe.edits(),
        recipe.output(),
        capabilities.writes().contains(source.format()) ? source.format() : Format.PNG,
        source.size());
  }
}
