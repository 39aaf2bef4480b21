package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Crop;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Input;
import io.tintype.imaging.Output;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Tone;
import io.tintype.pipeline.Derivative;
import io.tintype.requests.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The picture that is shown where moderation refuses another one: in the size and
/// the format in which that one was asked for, and with nothing else that was to be done to it.
final class Placeholder {

  private static final Logger LOG = LoggerFactory.getLogger(Placeholder.class);

  /// Whoever waits for it has a deadline of his own.
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final FallbackImage picture;
  private final PictureRenderer renderer;

  Placeholder(FallbackImage picture, PictureRenderer renderer) {
    this.picture = picture;
    this.renderer = renderer;
  }

  /// @param asked what was to be done to the other picture
  /// @param accepted what the viewer takes, where the format may follow it
  /// @return the file as it is where it can't be made in this size
  /// @throws TintypeException UNAVAILABLE where there is none
  Found of(Recipe asked, Optional<Accepted> accepted, Instant now) {
    Derivative file =
        picture
            .picture(PATIENCE)
            .orElseThrow(() -> new TintypeException(Reason.UNAVAILABLE, "It can't be read"));
    return new Found(
        rendered(file, asked, accepted),
        now,
        /* stored= */ false,
        /* negotiated= */ accepted.isPresent(),
        Map.of(),
        "",
        List.of());
  }

  private Derivative rendered(Derivative file, Recipe asked, Optional<Accepted> accepted) {
    var order =
        new PictureRenderer.Order(
            sizeOf(asked), accepted, Optional.empty(), List.of(), _ -> Map.of());
    try {
      return Derivative.of(renderer.render(Source.of(file.bytes()), order, new Stages()));
    } catch (TintypeException e) {
      LOG.info("The placeholder stays as it is: {}", e.getMessage());
      return file;
    }
  }

  private static Recipe sizeOf(Recipe asked) {
    Sizing sizing = asked.sizing();
    var centred =
        new Sizing(
            sizing.width(),
            sizing.height(),
            sizing.fit(),
            Anchor.CENTER,
            sizing.adaptive(),
            sizing.enlarge(),
            sizing.reduce());
    return new Recipe(
        Input.FIRST_FRAME,
        Optional.empty(),
        Optional.empty(),
        centred,
        Flips.NONE,
        asked.edits().stream().filter(Placeholder::isAboutSize).toList(),
        asked.output().withKeep(Output.Keep.NOTHING));
  }

  private static boolean isAboutSize(Edit edit) {
    return switch (edit) {
      case Geometry.Cut(Crop area) -> !(area instanceof Crop.Face);
      case Geometry.QuarterTurn _, Geometry.Rotate _, Geometry.Flip _, Geometry.Affine _ -> false;
      case Geometry.Pad _, Geometry.Extend _, Geometry.PadTo _ -> true;
      case Geometry.Proportion _, Geometry.Resize _, Geometry.Resample _ -> true;
      case Tone _, Detail _, Drawing _ -> false;
    };
  }
}
