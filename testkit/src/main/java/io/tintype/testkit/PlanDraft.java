package io.tintype.testkit;

import io.tintype.imaging.Box;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Format;
import io.tintype.imaging.Output;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Size;
import io.tintype.imaging.SourceInfo;
import java.util.List;

/// A plan that a test writes by hand, so that engines are tested without the planner. Starts as
/// the whole first frame, unchanged, written as PNG.
public record PlanDraft(
    SourceInfo source,
    int page,
    int frames,
    int quarterTurns,
    Box crop,
    Size scaled,
    Flips flips,
    List<Edit> edits,
    Output output,
    Format format) {

  public static PlanDraft of(SourceInfo source) {
    Size size = source.size();
    return new PlanDraft(
        source,
        0,
        1,
        0,
        Box.of(size),
        size,
        Flips.NONE,
        List.of(),
        Output.AS_SOURCE.withFormat(Format.PNG),
        Format.PNG);
  }

  public PlanDraft frames(int count) {
    return new PlanDraft(
        source, page, count, quarterTurns, crop, scaled, flips, edits, output, format);
  }

  /// Starts with that frame or page, from 0.
  public PlanDraft page(int first) {
    return new PlanDraft(
        source, first, frames, quarterTurns, crop, scaled, flips, edits, output, format);
  }

  /// Turns the source first; the crop and the size start anew as the whole picture.
  public PlanDraft turned(int turns) {
    Size size = turns % 2 == 0 ? source.size() : source.size().turned();
    return new PlanDraft(
        source, page, frames, turns, Box.of(size), size, flips, edits, output, format);
  }

  /// Cuts out a part, which keeps its size.
  public PlanDraft crop(Box box) {
    return new PlanDraft(
        source, page, frames, quarterTurns, box, box.size(), flips, edits, output, format);
  }

  public PlanDraft scaled(int width, int height) {
    Size size = new Size(width, height);
    return new PlanDraft(
        source, page, frames, quarterTurns, crop, size, flips, edits, output, format);
  }

  public PlanDraft flipped(boolean horizontal, boolean vertical) {
    Flips both = new Flips(horizontal, vertical);
    return new PlanDraft(
        source, page, frames, quarterTurns, crop, scaled, both, edits, output, format);
  }

  public PlanDraft edits(Edit... all) {
    return new PlanDraft(
        source, page, frames, quarterTurns, crop, scaled, flips, List.of(all), output, format);
  }

  public PlanDraft as(Format other) {
    return output(output.withFormat(other), other);
  }

  public PlanDraft output(Output other, Format written) {
    return new PlanDraft(
        source, page, frames, quarterTurns, crop, scaled, flips, edits, other, written);
  }

  public Plan plan() {
    Size result = scaled;
    for (Edit edit : edits) {
      result = edit.after(result);
    }
    return new Plan(
        source, page, frames, quarterTurns, crop, scaled, flips, edits, output, format, result);
  }
}
