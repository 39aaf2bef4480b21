package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Recipe;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Derivative;
import io.tintype.pipeline.Derivatives;
import io.tintype.pipeline.ImageRecords;
import io.tintype.pipeline.OnDemandSettings;
import io.tintype.pipeline.Originals;
import io.tintype.pipeline.Rendering;
import io.tintype.pipeline.Settings.CacheAges;
import io.tintype.requests.Accepted;
import io.tintype.requests.AdHocKey;
import io.tintype.requests.Claim;
import io.tintype.requests.ImageRequest;
import io.tintype.requests.ImageRequest.Answer;
import io.tintype.requests.ReceivedRequest;
import io.tintype.requests.VariantKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Use case: answers a request for which nothing is stored yet, and stores the answer under the
/// key that it was asked for with, so that S3 answers the next one. Equal requests at once are made
/// once. Safe for use by several threads.
public final class RenderOnDemand {

  /// The code of a refusal that a verdict will soon put an end to.
  public static final String NO_VERDICT_YET = "NoVerdictYet";

  private static final Logger LOG = LoggerFactory.getLogger(RenderOnDemand.class);

  private final Permission permission;
  private final AdHoc adHoc;
  private final MissingVariant variants;
  private final Optional<Placeholder> placeholder;
  private final Flights<Found> flights;
  private final Duration deadline;
  private final InstantSource clock;

  /// The outside world of this use case.
  public record Ports(
      ImageRecords records,
      Originals originals,
      Derivatives derivatives,
      SigningKeys keys,
      JsonWriter json) {}

  /// @param ages how long answers may be kept where nothing else is said
  /// @param threads most pictures that are made at once
  public RenderOnDemand(
      Ports ports,
      Rendering rendering,
      OnDemandSettings settings,
      CacheAges ages,
      int threads,
      InstantSource clock) {
    var workshop = new Workshop(ports, rendering, settings, ages, clock);
    this.permission = new Permission(ports.keys(), settings.signing());
    this.adHoc = new AdHoc(workshop, ports);
    this.variants = new MissingVariant(workshop, ports, settings.sources());
    this.placeholder =
        settings
            .rejectedPlaceholder()
            .map(
                object ->
                    new FallbackImage(
                        Optional.of(object),
                        ports.originals(),
                        rendering.engine(),
                        rendering.limits(),
                        clock))
            .map(picture -> new Placeholder(picture, workshop.renderer()));
    this.flights = new Flights<>(threads);
    this.deadline = settings.deadline();
    this.clock = clock;
  }

  /// The request that is to be read and answered, of all that it may have been meant as: the one
  /// that its signature was made for.
  ///
  /// @param claims what the request says for itself, see [io.tintype.requests.RequestParser#claims]
  /// @throws TintypeException FORBIDDEN when a signature is missing or wrong, UNAVAILABLE when the
  ///     keys can't be had
  public ReceivedRequest genuine(List<Claim> claims) {
    return permission.genuine(claims);
  }

  /// Answers a request in one of the grammars.
  ///
  /// @param key where the answer is stored
  /// @param request that the key holds
  /// @param timeLeft an answer comes no later
  /// @throws TintypeException for everything that is in the way
  public Found rendition(AdHocKey key, ImageRequest request, Duration timeLeft) {
    boolean revealing = permission.require(request, clock.instant());
    var task = new AdHoc.Task(key, request, revealing);
    return flights.join(key.text(), () -> adHoc.make(task), least(timeLeft));
  }

  /// Answers with a variant that was declared after the original came, or that isn't stored in the
  /// format that the viewer takes.
  ///
  /// @throws TintypeException NOT_FOUND where there is no such variant, and for everything else
  ///     that is in the way
  public Found variant(VariantKey key, Duration timeLeft) {
    return flights.join(key.text(), () -> variants.make(key), least(timeLeft));
  }

  /// What is shown in place of a picture that moderation has just refused. It isn't stored, because
  /// the refusal may be overruled.
  ///
  /// @return empty where no placeholder is set or it can't be had, and where no picture is wanted
  public Optional<Derivative> placeholder(AdHocKey key, ImageRequest request, Duration timeLeft) {
    return switch (request.answer()) {
      case Answer.Picture(boolean negotiable, _) ->
          placeholder(
              request::recipe,
              negotiable ? Optional.of(key.accepted()) : Optional.empty(),
              timeLeft);
      case Answer.Raw() -> placeholder(() -> Recipe.IDENTITY, Optional.empty(), timeLeft);
      case Answer.Exif(), Answer.Meta _, Answer.Params _ -> Optional.empty();
    };
  }

  /// The same in place of a variant.
  public Optional<Derivative> placeholder(VariantKey key, Duration timeLeft) {
    return placeholder(() -> variants.recipe(key), Optional.empty(), timeLeft);
  }

  private Optional<Derivative> placeholder(
      Supplier<Recipe> asking, Optional<Accepted> accepted, Duration timeLeft) {
    return placeholder.flatMap(
        stand -> {
          try {
            Recipe asked = asking.get();
            Supplier<Found> work = () -> stand.of(asked, accepted, clock.instant());
            String key = "placeholder " + asked + accepted;
            return Optional.of(flights.join(key, work, least(timeLeft)).derivative());
          } catch (TintypeException e) {
            LOG.error("The placeholder can't be shown", e);
            return Optional.empty();
          }
        });
  }

  private Duration least(Duration timeLeft) {
    return timeLeft.compareTo(deadline) < 0 ? timeLeft : deadline;
  }
}
