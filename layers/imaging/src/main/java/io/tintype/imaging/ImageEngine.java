package io.tintype.imaging;

/// Carries plans out. Four steps: [#inspect] reads the header and holds it to the limits;
/// [OpenImage#measure] finds what needs pixels; [Planner#plan] resolves a recipe;
/// [OpenImage#render] makes the pictures.
///
/// Safe for use by several threads at once.
public interface ImageEngine {

  /// Name as in the settings: `vips` or `thumbnailator`.
  String name();

  Capabilities capabilities();

  /// Reads the header only.
  ///
  /// @throws TintypeException UNSUPPORTED when this is not an image that the engine reads,
  ///     CORRUPT when the header is damaged, TOO_LARGE when a limit is exceeded
  SourceInfo inspect(Source source, Limits limits);

  /// Opens a source that [#inspect] accepted. Decoding may happen now or at the first need, once
  /// for all plans.
  ///
  /// @throws TintypeException as the steps of [OpenImage] do
  OpenImage open(Source source, SourceInfo info);
}
