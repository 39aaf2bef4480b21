package io.tintype.pipeline.moderation;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Color;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Findings.Face;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Format;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Input;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Output;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Planner;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;

/// Has an original looked at, each part at most once for the same bytes, ever. Whoever wants the
/// same bytes looked at while somebody looks waits for that. Safe for use by several threads.
///
/// Rekognition takes JPEG and PNG only, up to 5 MB and from 80 pixels a side. So it is shown a
/// fresh rendition, upright, fitted into 1,600 pixels and padded to 80, and any source will do. Of
/// an animation moderation sees three frames (first, middle, last), face finding the first.
public final class Examination {

  private static final int MOST = 1600;
  private static final int LEAST = 80;
  private static final int QUALITY = 85;

  /// Neither skin nor a likely part of anything.
  private static final Color GROUND = Color.opaque(128, 128, 128);

  private final ImageEngine engine;
  private final Limits limits;
  private final Moderator moderator;
  private final FaceFinder faceFinder;
  private final KnownContent known;
  private final SharedLooks looks = new SharedLooks();

  public Examination(
      ImageEngine engine,
      Limits limits,
      Moderator moderator,
      FaceFinder faceFinder,
      KnownContent known) {
    this.engine = engine;
    this.limits = limits;
    this.moderator = moderator;
    this.faceFinder = faceFinder;
    this.known = known;
  }

  /// What has to be known.
  ///
  /// @param labelsFrom from which confidence labels are, in percent; empty where none are
  public record Wanted(Optional<Double> labelsFrom, boolean faces) {

    boolean missesOf(Look look) {
      return missesLabelsOf(look) || missesFacesOf(look);
    }

    boolean missesLabelsOf(Look look) {
      return labelsFrom
          .filter(least -> look.labels().filter(labels -> labels.from(least)).isEmpty())
          .isPresent();
    }

    boolean missesFacesOf(Look look) {
      return faces && look.faces().isEmpty();
    }
  }

  /// @param image open already
  /// @param have what the record says already, about these same bytes
  /// @return all that was there and all that is wanted
  /// @throws TintypeException UNAVAILABLE or INTERNAL when it can't be had now; CORRUPT when the
  ///     pixels can't be decoded
  public Insights examine(
      OpenImage image, SourceInfo info, Source source, Wanted wanted, Insights have) {
    return examine(
        source, wanted, have, (sha256, before) -> look(image, info, wanted, before, sha256));
  }

  /// Opens the image only where it has to be looked at.
  ///
  /// @param have what is known already, about these same bytes
  /// @throws TintypeException as above
  public Insights examine(Source source, Wanted wanted, Insights have) {
    return examine(
        source,
        wanted,
        have,
        (sha256, before) -> {
          SourceInfo info = engine.inspect(source, limits);
          try (OpenImage image = engine.open(source, info)) {
            return look(image, info, wanted, before, sha256);
          }
        });
  }

  private Insights examine(
      Source source, Wanted wanted, Insights have, BiFunction<String, Look, Look> looker) {
    if (!wanted.missesOf(have.look())) {
      return have;
    }
    String sha256 = have.sha256().orElseGet(() -> sha256(source));
    Look look = have.look();
    // Somebody else may have looked for less than is wanted here.
    while (wanted.missesOf(look)) {
      Look before = look;
      look = before.and(looks.once(sha256, () -> known(sha256, wanted, before, looker)));
    }
    return new Insights(Optional.of(sha256), look, have.ruling());
  }

  private Look known(
      String sha256, Wanted wanted, Look have, BiFunction<String, Look, Look> looker) {
    Look look = have.and(known.find(sha256));
    if (wanted.missesOf(look)) {
      look = looker.apply(sha256, look);
      known.remember(sha256, look);
    }
    return look;
  }

  private Look look(OpenImage image, SourceInfo info, Wanted wanted, Look before, String sha256) {
    Optional<Double> labels = wanted.labelsFrom().filter(_ -> wanted.missesLabelsOf(before));
    List<Plan> plans = plans(info, labels.isPresent() ? frames(info) : List.of(0));
    List<byte[]> pictures = rendered(image, plans);
    Look seen =
        labels
            .map(least -> new Look(Optional.of(labels(pictures, least)), before.faces()))
            .orElse(before);
    if (!wanted.missesFacesOf(before)) {
      return seen;
    }
    try {
      return seen.and(
          new Look(Optional.empty(), Optional.of(faces(pictures.getFirst(), plans.getFirst()))));
    } catch (TintypeException e) {
      // So that the next try needn't ask again for what was answered.
      known.remember(sha256, seen);
      throw e;
    }
  }

  /// First, middle and last, of pages too: a URL may ask for any.
  private static List<Integer> frames(SourceInfo info) {
    int last = info.frames() - 1;
    return List.copyOf(new TreeSet<>(List.of(0, last / 2, last)));
  }

  private List<Plan> plans(SourceInfo info, List<Integer> frames) {
    var planner = new Planner(engine.capabilities(), limits);
    return frames.stream()
        .map(frame -> planner.plan(recipe(info, frame), info, Findings.NONE))
        .toList();
  }

  /// A drawing has no size of its own: in a URL it may be shown larger than it says it is.
  private static Recipe recipe(SourceInfo info, int frame) {
    var fitted =
        new Sizing(
            new Sizing.Length.Pixels(MOST),
            new Sizing.Length.Pixels(MOST),
            Sizing.Fit.INSIDE,
            Anchor.CENTER,
            /* adaptive= */ false,
            /* enlarge= */ info.format() == Format.SVG);
    return new Recipe(
        new Input(1, 0, frame, Input.USUAL_DENSITY),
        Optional.empty(),
        Optional.empty(),
        fitted,
        Flips.NONE,
        List.of(new Geometry.PadTo(new Size(LEAST, LEAST), GROUND)),
        new Output(Optional.of(Format.JPEG), Optional.of(QUALITY), Optional.empty(), GROUND));
  }

  private static List<byte[]> rendered(OpenImage image, List<Plan> plans) {
    List<byte[]> pictures = new ArrayList<>();
    for (Outcome outcome : image.render(plans, Map.of())) {
      switch (outcome) {
        case Outcome.Rendered(Rendition rendition) -> pictures.add(rendition.bytes());
        case Outcome.Failed(TintypeException failure) -> throw failure;
      }
    }
    return pictures;
  }

  /// Of every label the highest confidence of all frames.
  private Labels labels(List<byte[]> pictures, double least) {
    Map<String, Label> highest = new LinkedHashMap<>();
    String model = "";
    for (byte[] picture : pictures) {
      Labels seen = moderator.labels(picture, least);
      model = seen.model();
      for (Label label : seen.all()) {
        highest.merge(label.name(), label, (a, b) -> a.confidence() >= b.confidence() ? a : b);
      }
    }
    return new Labels(List.copyOf(highest.values()), model, least);
  }

  /// From the padded picture to the original, from largest to smallest.
  private List<Face> faces(byte[] picture, Plan plan) {
    Size padded = plan.result();
    var inside = new Geometry.PadTo(new Size(LEAST, LEAST), GROUND).inside(plan.scaled());
    return faceFinder.faces(picture).stream()
        .map(
            face ->
                new Face(
                    (face.left() * padded.width() - inside.left()) / inside.width(),
                    (face.top() * padded.height() - inside.top()) / inside.height(),
                    face.width() * padded.width() / inside.width(),
                    face.height() * padded.height() / inside.height()))
        .sorted(Comparator.comparingDouble((Face face) -> face.width() * face.height()).reversed())
        .toList();
  }

  private static String sha256(Source source) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(source.buffer());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
