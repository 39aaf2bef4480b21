package io.tintype.requests;

import io.tintype.imaging.Color;
import io.tintype.imaging.Format;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a URL asks for, whichever grammar it was written in. Nothing has been checked against
/// signing keys, buckets or records yet.
///
/// @param grammar that the request was read by
/// @param subject what the recipe is applied to
/// @param answer what is wanted of it
/// @param authorization how the request says that it is allowed
/// @param expires not to be answered after this
/// @param maxAge how long the answer may be kept, where the request says so
/// @param attachment to be saved, not shown: the file's name, empty for the original's own
/// @param moderation Serverless Image Handler's `contentModeration`
/// @param headers that the answer carries besides, as Serverless Image Handler allows
public record ImageRequest(
    Grammar grammar,
    Subject subject,
    Recipe recipe,
    Answer answer,
    Authorization authorization,
    Optional<Instant> expires,
    Optional<Duration> maxAge,
    Optional<String> attachment,
    Optional<ContentModeration> moderation,
    Map<String, String> headers) {

  public ImageRequest {
    headers = Map.copyOf(headers);
  }

  /// Without any of the rarer wishes.
  ImageRequest(
      Grammar grammar,
      Subject subject,
      Recipe recipe,
      Answer answer,
      Authorization authorization,
      Optional<Instant> expires) {
    this(
        grammar,
        subject,
        recipe,
        answer,
        authorization,
        expires,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /// Which rules a request is written by.
  public enum Grammar {
    /// Thumbor's and imagor's.
    THUMBOR,
    /// Serverless Image Handler's base64 JSON.
    SIH_JSON,
    /// Serverless Image Handler's reading of Thumbor URLs, also after a rewrite rule.
    SIH_THUMBOR,
    /// The original's key with `?d=` or other parameters only.
    PLAIN,
    /// `/v/<variant>/<key>`.
    VARIANT
  }

  /// What is worked on.
  public sealed interface Subject {

    /// An original.
    ///
    /// @param bucket the first allowed one, if not given
    /// @param key as stored, decoded
    record Original(Optional<String> bucket, String key) implements Subject {}

    /// A plain canvas of one frame, imagor's `color:`.
    ///
    /// @param size before the recipe
    record Canvas(Color color, Size size) implements Subject {}

    /// A picture that `variants.yaml` declares. The recipe is its own, not the request's.
    ///
    /// @param format negotiated, if not given
    record Variant(String name, Optional<Format> format, Original original) implements Subject {}
  }

  /// What is wanted.
  public sealed interface Answer {

    /// @param negotiable whether the format may follow the Accept header because the request names
    ///     none
    /// @param stored whether the picture is kept for the next who asks; imagor's `preview()` is not
    record Picture(boolean negotiable, boolean stored) implements Answer {

      public Picture(boolean negotiable) {
        this(negotiable, /* stored= */ true);
      }
    }

    /// The original's own bytes.
    record Raw() implements Answer {}

    /// The original's EXIF as JSON, `?showExif=true`.
    record Exif() implements Answer {}

    /// What would be done, as JSON: `/meta/`.
    ///
    /// @param blurHash besides, of so many waves
    /// @param thumbHash whether it is wanted besides
    /// @param averageColor whether it is wanted besides
    record Meta(Optional<Waves> blurHash, boolean thumbHash, boolean averageColor)
        implements Answer {

      public Meta() {
        this(Optional.empty(), false, false);
      }

      /// How many, 1..9, along each axis.
      public record Waves(int across, int down) {}
    }

    /// How the request was understood, as JSON: `/params/`.
    ///
    /// @param read imagor's names and values, in its order; values are texts, numbers, booleans and
    ///     lists of such maps
    record Params(Map<String, Object> read) implements Answer {

      public Params {
        read = Collections.unmodifiableMap(new LinkedHashMap<>(read));
      }
    }
  }

  /// How a request says that it is allowed.
  public sealed interface Authorization {

    /// Says `unsafe`, or nothing at all in a grammar without a place for it.
    record None() implements Authorization {}

    /// Thumbor's: base64url of HMAC over the path after the hash.
    ///
    /// @param hash decoded from percent-encoding only
    /// @param signed what was signed, as received, percent-encoded
    record Hash(String hash, String signed) implements Authorization {}

    /// Serverless Image Handler's `?signature=`.
    ///
    /// @param hex HMAC-SHA256
    /// @param signed the text that it is computed over
    record Signature(String hex, String signed) implements Authorization {}
  }

  /// Blur the picture where Rekognition's labels say so.
  ///
  /// @param minConfidence percent, 0..100
  /// @param sigma of the blur
  /// @param labels any of these names; empty for any label
  public record ContentModeration(double minConfidence, double sigma, Set<String> labels) {

    public ContentModeration {
      labels = Set.copyOf(labels);
    }
  }
}
