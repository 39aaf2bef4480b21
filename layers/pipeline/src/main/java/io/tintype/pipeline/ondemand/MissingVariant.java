package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Derivative;
import io.tintype.pipeline.Derivatives;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.ImageRecords;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.PublicUrls;
import io.tintype.pipeline.SourceBuckets;
import io.tintype.pipeline.VariantOverlays;
import io.tintype.pipeline.ondemand.Ingredient.Origin;
import io.tintype.pipeline.variants.Variant;
import io.tintype.requests.VariantKey;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes a variant that isn't stored under the key that a viewer's request has: one that was
/// declared after the original came, or one that the viewer takes in another format than the edge
/// could know.
final class MissingVariant {

  private static final Set<Format> EVERYWHERE = EnumSet.of(Format.JPEG, Format.PNG, Format.GIF);

  private final Workshop workshop;
  private final ImageRecords records;
  private final Derivatives derivatives;
  private final SourceBuckets sources;
  private final PublicUrls urls = new PublicUrls(Optional.empty());

  MissingVariant(Workshop workshop, RenderOnDemand.Ports ports, SourceBuckets sources) {
    this.workshop = workshop;
    this.records = ports.records();
    this.derivatives = ports.derivatives();
    this.sources = sources;
  }

  /// @throws TintypeException NOT_FOUND where there is no such variant or original
  Found make(VariantKey key) {
    ObjectRef original = original(key);
    Variant variant = declared(key, original);
    Format format = format(key, variant);
    var stages = new Stages();
    Ingredient ingredient = ingredient(original, variant.recipeFor(format));
    Snapshot snapshot = workshop.admission().admit(ingredient.originals());
    Fetching fetching = workshop.fetching(snapshot, stages);
    Derivative made =
        stored(snapshot, original, variant, format)
            .orElseGet(
                () ->
                    Derivative.of(
                        workshop.picture(ingredient, Optional.empty(), fetching, stages)));
    Instant now = workshop.now();
    boolean stored =
        stages.time(
            "store", () -> workshop.store().store(key.text(), key.imageId(), made, snapshot));
    boolean found = stored || workshop.store().note(key.text(), key.imageId(), snapshot);
    Derivative kept = workshop.kept(made, CachePolicy.AS_SET, found);
    return new Found(
        kept, now, stored, /* negotiated= */ true, Map.of(), address(key, original), stages.all());
  }

  /// What would be done to an original for this variant.
  ///
  /// @throws TintypeException as [#make]
  Recipe recipe(VariantKey key) {
    Variant variant = declared(key, original(key));
    return variant.recipeFor(format(key, variant));
  }

  private ObjectRef original(VariantKey key) {
    var id = new ImageId(key.imageId());
    if (key.foreign().filter(VariantKey.Foreign::climbs).isPresent()) {
      throw nothing();
    }
    ObjectRef original =
        key.foreign()
            .map(foreign -> sources.resolve(Optional.of(foreign.bucket()), foreign.key()))
            .or(() -> records.find(id).map(ImageRecord::original))
            .orElseThrow(MissingVariant::nothing);
    if (!ImageId.of(original).equals(id)) {
      throw nothing();
    }
    return original;
  }

  private Variant declared(VariantKey key, ObjectRef original) {
    return workshop.rendering().variants().forKey(original.key()).stream()
        .filter(variant -> variant.name().equals(key.variant()))
        .findFirst()
        .orElseThrow(MissingVariant::nothing);
  }

  /// The file's format. A viewer's wish for AVIF or WebP is not one for that format alone: a
  /// variant without such files is given in the next best format that the viewer shows.
  private static Format format(VariantKey key, Variant variant) {
    if (key.format().equals(VariantKey.COMMON)) {
      return first(variant, EVERYWHERE).orElse(variant.formats().getFirst());
    }
    Format wanted = Format.named(key.format()).orElseThrow(MissingVariant::nothing);
    if (variant.formats().contains(wanted)) {
      return wanted;
    }
    Set<Format> shown = EnumSet.copyOf(EVERYWHERE);
    switch (wanted) {
      case AVIF -> shown.add(Format.WEBP);
      case WEBP -> {}
      case JPEG, PNG, GIF, HEIF, TIFF, SVG, BMP, PSD, TGA, PNM, ICNS, PCX -> throw nothing();
    }
    return first(variant, shown).orElseThrow(MissingVariant::nothing);
  }

  private static Optional<Format> first(Variant variant, Set<Format> among) {
    return variant.formats().stream().filter(among::contains).findFirst();
  }

  private static Ingredient ingredient(ObjectRef original, Recipe recipe) {
    Map<String, Ingredient> operands = new HashMap<>();
    for (String reference : recipe.inputs()) {
      Origin overlay = new Origin.Stored(VariantOverlays.of(original, reference));
      operands.put(reference, new Ingredient(overlay, Recipe.IDENTITY, Map.of()));
    }
    return new Ingredient(new Origin.Stored(original), recipe, operands);
  }

  /// The file that the renderer has stored under its own name; not one that was made before
  /// moderation was on.
  private Optional<Derivative> stored(
      Snapshot snapshot, ObjectRef original, Variant variant, Format format) {
    if (!snapshot.settled(original)) {
      return Optional.empty();
    }
    return snapshot.record(ImageId.of(original)).stream()
        .flatMap(record -> record.variants().stream())
        .filter(stored -> stored.name().equals(variant.name()) && stored.format() == format)
        .findFirst()
        .flatMap(stored -> derivatives.find(stored.key()))
        .map(Derivatives.Stored::derivative);
  }

  private String address(VariantKey key, ObjectRef original) {
    String name =
        key.format().equals(VariantKey.COMMON) ? key.variant() : key.variant() + "." + key.format();
    return urls.negotiated(name, original.key());
  }

  private static TintypeException nothing() {
    return new TintypeException(Reason.NOT_FOUND, "There is no such variant");
  }
}
