package io.tintype.engines;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.DominantColor;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Input;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Output;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Planner;
import io.tintype.imaging.Raster;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.ThumbHash;
import io.tintype.imaging.TintypeException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Renders a picture that nobody has asked for, so that the classes and native functions that every
/// picture needs are there for the first that somebody asks for, and are part of the snapshot that
/// SnapStart takes of a function. To be done aside, while a function that starts gets its clients
/// ready.
public final class FirstPicture {

  private static final Logger LOG = LoggerFactory.getLogger(FirstPicture.class);

  /// A grey JPEG of 32x32 pixels.
  private static final String GREY =
      "/9j/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6"
          + "/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4"
          + "+Pj4+Pj4+Pj/wAARCAAgACADASIAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAA"
          + "AAAAAAD/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AAAAA"
          + "AAAA/9k=";

  private FirstPicture() {}

  /// A failure is only logged: the pictures that people ask for say it better.
  ///
  /// @return whether it succeeded
  public static boolean rendered(ImageEngine engine) {
    try {
      for (Outcome outcome : render(engine)) {
        if (outcome instanceof Outcome.Failed(TintypeException failure)) {
          throw failure;
        }
      }
      return true;
    } catch (RuntimeException e) {
      LOG.warn("the first picture could not be rendered", e);
      return false;
    }
  }

  static List<Outcome> render(ImageEngine engine) {
    Source source = Source.of(Base64.getDecoder().decode(GREY));
    SourceInfo info = engine.inspect(source, Limits.DEFAULT);
    var planner = new Planner(engine.capabilities(), Limits.DEFAULT);
    try (OpenImage image = engine.open(source, info)) {
      List<Plan> plans =
          Stream.of(Format.WEBP, Format.JPEG)
              .filter(engine.capabilities().writes()::contains)
              .map(FirstPicture::smartCrop)
              .map(recipe -> planner.plan(recipe, info, image.measure(recipe.needs())))
              .toList();
      List<Outcome> outcomes = image.render(plans, Map.of());
      Raster preview = image.preview(100);
      var unused = List.of(ThumbHash.of(preview), DominantColor.of(preview));
      return outcomes;
    }
  }

  private static Recipe smartCrop(Format format) {
    var sizing =
        new Sizing(
            new Sizing.Length.Pixels(16),
            new Sizing.Length.Pixels(12),
            Sizing.Fit.COVER,
            new Anchor.Smart(),
            /* adaptive= */ false,
            /* enlarge= */ false);
    return new Recipe(
        Input.FIRST_FRAME,
        Optional.empty(),
        Optional.empty(),
        sizing,
        Flips.NONE,
        List.of(),
        Output.AS_SOURCE.withFormat(format));
  }
}
