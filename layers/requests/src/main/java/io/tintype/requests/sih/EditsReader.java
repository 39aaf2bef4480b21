package io.tintype.requests.sih;

import io.tintype.imaging.Edit;
import io.tintype.imaging.Input;
import io.tintype.imaging.Output;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Tone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Reads `edits` into a recipe. Edits of pixels come in the order in which sharp carries them out,
/// whatever their order in the JSON (its `src/pipeline.cc`). `roundCrop` ends one pass through that
/// order: what is written behind it is done to the round picture.
final class EditsReader {

  private final Fields edits;
  private final List<Edit> steps = new ArrayList<>();

  /// Which edits belong to the pass that is being read.
  private Predicate<String> pass = name -> true;

  /// Where the pass's first `gamma` stands, if there is one.
  private int darkened;

  private EditsReader(Fields edits) {
    this.edits = edits;
  }

  /// @param output how the result is written
  /// @throws TintypeException BAD_REQUEST naming the key
  static Recipe read(Fields edits, Output output) {
    EditsReader reader = new EditsReader(edits);
    GeometryEdits geometry = Wrong.named(edits.place(), () -> GeometryReader.read(edits));
    Set<String> round = reader.behindRoundCrop();
    reader.pass = name -> !round.contains(name);
    reader.colours();
    reader.steps.addAll(geometry.steps());
    reader.pixels();
    if (reader.asked("roundCrop").isPresent()) {
      reader.add("roundCrop", PixelEdits::ellipse);
      reader.pass = round::contains;
      reader.colours();
      reader.pixels();
    }
    boolean still = edits.get("animated").filter(value -> !value.flag()).isPresent();
    // Output never carries metadata, so there is nothing to strip.
    edits.indifferent("stripExif", "stripIcc", "contentModeration");
    edits.close();
    return new Recipe(
        new Input(still ? 1 : Integer.MAX_VALUE, geometry.quarterTurns()),
        geometry.trim(),
        geometry.crop(),
        geometry.sizing(),
        geometry.flips(),
        reader.steps,
        output);
  }

  private Set<String> behindRoundCrop() {
    List<String> names = edits.names();
    int at = names.indexOf("roundCrop");
    return at < 0 ? Set.of() : new HashSet<>(names.subList(at + 1, names.size()));
  }

  /// sharp's edits before the picture is resized, which may as well come after.
  private void colours() {
    add("flatten", PixelEdits::flatten);
    darkened = steps.size();
    add("gamma", value -> new Tone.Gamma(gamma(value)));
    add("greyscale", _ -> PixelEdits.greyscale());
    add("grayscale", _ -> PixelEdits.greyscale());
  }

  private void pixels() {
    add("affine", PixelEdits::affine);
    addIf("extend", PixelEdits::extend);
    add("median", PixelEdits::median);
    addIf("threshold", PixelEdits::threshold);
    add("blur", PixelEdits::blur);
    add("unflatten", _ -> new Tone.Unflatten());
    add("convolve", PixelEdits::convolve);
    add("recomb", PixelEdits::recomb);
    add("modulate", PixelEdits::modulate);
    add("sharpen", PixelEdits::sharpen);
    add("overlayWith", OverlayEdit::read);
    brighten();
    add("linear", PixelEdits::linear);
    add("normalise", PixelEdits::normalise);
    add("normalize", PixelEdits::normalise);
    add("clahe", PixelEdits::clahe);
    add("boolean", PixelEdits::combine);
    add("bandbool", PixelEdits::bandbool);
    add("tint", value -> new Tone.Tint(value.color()));
    add("removeAlpha", _ -> new Tone.RemoveAlpha());
    add("ensureAlpha", PixelEdits::ensureAlpha);
    addIf("pipelineColourspace", PixelEdits::colourspace);
    addIf("pipelineColorspace", PixelEdits::colourspace);
    addIf("toColourspace", PixelEdits::colourspace);
    addIf("toColorspace", PixelEdits::colourspace);
    add("extractChannel", PixelEdits::extractChannel);
    add("negate", PixelEdits::negate);
  }

  /// sharp darkens by `gamma` first, so that the edits up to here see something like linear light,
  /// and brightens again. Without any such edit nothing would come of it but fewer levels.
  private void brighten() {
    if (!pass.test("gamma") || asked("gamma").isEmpty()) {
      return;
    }
    if (steps.size() == darkened + 1) {
      steps.remove(darkened);
    } else {
      add("gamma", value -> new Tone.Gamma(1 / gamma(value)));
    }
  }

  private static double gamma(Value value) {
    double gamma = value.isTrue() ? 2.2 : value.number();
    if (!(gamma >= 1 && gamma <= 3)) {
      throw value.wrong("a gamma 1..3");
    }
    return gamma;
  }

  private void add(String name, Function<Value, Edit> meaning) {
    addIf(name, value -> Optional.of(meaning.apply(value)));
  }

  private void addIf(String name, Function<Value, Optional<Edit>> meaning) {
    if (pass.test(name)) {
      asked(name)
          .flatMap(value -> Wrong.named(value.place(), () -> meaning.apply(value)))
          .ifPresent(steps::add);
    }
  }

  private Optional<Value> asked(String name) {
    return edits.get(name).filter(value -> !value.isFalse());
  }
}
