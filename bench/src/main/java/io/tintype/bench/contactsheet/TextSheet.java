package io.tintype.bench.contactsheet;

import static io.tintype.bench.contactsheet.Shown.edits;

import io.tintype.imaging.Blend;
import io.tintype.imaging.Color;
import io.tintype.imaging.Drawing.Text;
import io.tintype.imaging.Drawing.Text.Align;
import io.tintype.imaging.Drawing.Text.Wrap;
import io.tintype.imaging.Offset;
import java.util.List;
import java.util.Optional;

/// What is written.
final class TextSheet {

  private static final String LONG =
      "The quick brown fox jumps over the lazy dog, and then it sleeps for the rest of the day.";
  private static final Offset CENTER = new Offset.Center();

  private TextSheet() {}

  static List<Shown> shown() {
    return List.of(
        text("centred", "Tintype", 30, Optional.empty(), Align.LOW, false, Wrap.WORD),
        text(
            "lines",
            "one\ntwo lines\n\nfour",
            20,
            Optional.empty(),
            Align.CENTRE,
            false,
            Wrap.WORD),
        text("words, low", LONG, 14, Optional.of(180), Align.LOW, false, Wrap.WORD),
        text("words, centre", LONG, 14, Optional.of(180), Align.CENTRE, false, Wrap.WORD),
        text("words, high", LONG, 14, Optional.of(180), Align.HIGH, false, Wrap.WORD),
        text("words, justified", LONG, 14, Optional.of(180), Align.LOW, true, Wrap.WORD),
        text("characters", LONG, 14, Optional.of(100), Align.LOW, false, Wrap.CHARACTER),
        text(
            "word or character",
            "Donaudampfschifffahrtsgesellschaft und mehr",
            18,
            Optional.of(120),
            Align.LOW,
            false,
            Wrap.WORD_OR_CHARACTER),
        text("never", LONG, 14, Optional.of(100), Align.LOW, false, Wrap.NEVER),
        text(
            "scripts",
            "Àéîõü ßŁđ Ελλάδα\nПривет, мир! שלום (א)\nAV To fi — “€” ½ ∑ ☃",
            16,
            Optional.empty(),
            Align.LOW,
            false,
            Wrap.WORD),
        text("not in the font", "日本 \u0001 𓀀", 24, Optional.empty(), Align.LOW, false, Wrap.WORD),
        text("huge", "Big", 300, Optional.empty(), Align.LOW, false, Wrap.WORD),
        edits(
            "repeated",
            written("© me ", new Offset.Repeat(), new Offset.Repeat(), 12, 60, Blend.OVER)),
        edits(
            "far edges",
            written(
                "bottom right", new Offset.Pixels(-4), new Offset.Pixels(-2), 16, 0, Blend.OVER)),
        edits("multiplied", written("Multiply", CENTER, CENTER, 40, 0, Blend.MULTIPLY)),
        edits("cut out", written("Hole", CENTER, CENTER, 60, 0, Blend.DEST_OUT)));
  }

  private static Shown text(
      String name,
      String words,
      int size,
      Optional<Integer> width,
      Align align,
      boolean justify,
      Wrap wrap) {
    return edits(
        name,
        new Text(
            words,
            CENTER,
            CENTER,
            size,
            72,
            Color.WHITE,
            0,
            Blend.OVER,
            width,
            align,
            justify,
            wrap,
            0));
  }

  private static Text written(
      String words, Offset x, Offset y, int size, int transparency, Blend blend) {
    return new Text(
        words,
        x,
        y,
        size,
        72,
        Color.opaque(255, 220, 0),
        transparency,
        blend,
        Optional.empty(),
        Align.LOW,
        false,
        Wrap.WORD,
        0);
  }
}
