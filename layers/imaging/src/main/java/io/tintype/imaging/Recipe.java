package io.tintype.imaging;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What to do to a picture, independent of which one: slots where at most one of a kind makes
/// sense, and a list where the caller's order matters. Carried out in the order of the
/// components, on the upright picture.
public record Recipe(
    Input input,
    Optional<Trim> trim,
    Optional<Crop> crop,
    Sizing sizing,
    Flips flips,
    List<Edit> edits,
    Output output) {

  /// The picture as it is: full size, upright, in its own format.
  public static final Recipe IDENTITY =
      new Recipe(
          Input.ALL_FRAMES,
          Optional.empty(),
          Optional.empty(),
          Sizing.NONE,
          Flips.NONE,
          List.of(),
          Output.AS_SOURCE);

  public Recipe {
    edits = List.copyOf(edits);
  }

  /// References of the operand pictures (watermarks) that must be fetched before rendering.
  public Set<String> inputs() {
    Set<String> references = new LinkedHashSet<>();
    edits.forEach(edit -> references.addAll(edit.operands()));
    return references;
  }

  /// Which findings need pixels.
  public Needs needs() {
    boolean smart = sizing.anchor() instanceof Anchor.Smart;
    boolean entropy = sizing.anchor() instanceof Anchor.Entropy;
    boolean smartLater = edits.stream().anyMatch(Recipe::findsWhatToKeep);
    boolean faces = smart || smartLater || aboutFaces();
    return new Needs(trim, smart, entropy, faces, input.page());
  }

  /// Whether it does something to faces for which nothing else will do where nobody knows them.
  public boolean aboutFaces() {
    return crop.orElse(null) instanceof Crop.Face || edits.stream().anyMatch(Recipe::needsFaces);
  }

  private static boolean findsWhatToKeep(Edit edit) {
    return switch (edit) {
      case Geometry.Resize resize -> resize.sizing().anchor() instanceof Anchor.Smart;
      case Geometry.Resample resample -> findsWhatToKeep(resample.resize());
      case Geometry _, Tone _, Detail _, Drawing _ -> false;
    };
  }

  private static boolean needsFaces(Edit edit) {
    return switch (edit) {
      case Geometry.Cut(Crop crop) -> crop instanceof Crop.Face;
      case Drawing.Redact redact -> redact.areas() instanceof Drawing.Redact.Areas.Faces;
      case Geometry _, Tone _, Detail _, Drawing _ -> false;
    };
  }

  /// The same, blurred after everything else.
  public Recipe blurred(double sigma) {
    List<Edit> more = new ArrayList<>(edits);
    more.add(new Detail.Blur(sigma));
    return withEdits(more);
  }

  Recipe withEdits(List<Edit> others) {
    return new Recipe(input, trim, crop, sizing, flips, others, output);
  }

  public Recipe withOutput(Output other) {
    return new Recipe(input, trim, crop, sizing, flips, edits, other);
  }
}
