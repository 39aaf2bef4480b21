package io.tintype.vips;

import io.tintype.imaging.Edit;
import io.tintype.imaging.Lowering;
import io.tintype.imaging.Size;
import io.tintype.imaging.Tone;
import java.util.Set;

/// Edits that look at one pixel at a time, or at one pixel and the picture's histogram. Tables and
/// matrices are libvips's work; other functions are applied here, so that they are the same in both
/// engines to the last bit.
final class ToneEdits {

  static final Set<Class<? extends Edit>> LACKS = Set.of();

  private ToneEdits() {}

  static Image apply(Tone edit, Image picture) {
    Lowering lowering =
        Lowering.of(edit, translucent(edit, picture), () -> picture.memory().histogram());
    return switch (lowering) {
      case Lowering.Table table -> looked(picture, table);
      case Lowering.Matrix matrix -> multiplied(picture, matrix);
      case Lowering.Each each -> changed(picture, each);
    };
  }

  /// Looked up in the pixels only for the edits that want to know.
  private static boolean translucent(Tone edit, Image picture) {
    boolean asks = edit instanceof Tone.EnsureAlpha || edit instanceof Tone.Negate;
    return picture.alpha() && !(asks && picture.memory().opaque());
  }

  private static Image looked(Image picture, Lowering.Table table) {
    int bands = picture.bands();
    Image levels = Image.of(picture.scope(), levels(table, bands), new Size(256, 1), bands);
    return picture.run("maplut", call -> call.with("lut", levels));
  }

  private static byte[] levels(Lowering.Table table, int bands) {
    int[][] columns = {table.red(), table.green(), table.blue(), table.alpha()};
    byte[] samples = new byte[bands * 256];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) columns[i % bands][i / bands];
    }
    return samples;
  }

  private static Image multiplied(Image picture, Lowering.Matrix lowering) {
    Image colours = picture.alpha() ? picture.bandsFrom(0, 3) : picture;
    Image matrix = Image.matrix(picture.scope(), 3, 3, lowering.weights());
    Image result =
        colours.run("recomb", call -> call.with("m", matrix)).rounded().cast(Image.UCHAR);
    return picture.alpha() ? result.with(picture.bandsFrom(3, 1)) : result;
  }

  private static Image changed(Image picture, Lowering.Each each) {
    boolean adds = each.alphaAfter() == Lowering.AlphaAfter.PRESENT;
    PixelMemory memory = (adds ? picture.withAlpha() : picture).memory();
    memory.change(each);
    Image result = memory.image();
    boolean drops = each.alphaAfter() == Lowering.AlphaAfter.GONE && result.alpha();
    return drops ? result.bandsFrom(0, 3) : result;
  }
}
