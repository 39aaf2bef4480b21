package io.tintype.engines;

import io.tintype.imaging.Findings;
import io.tintype.imaging.Needs;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Raster;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.StepTimes;
import io.tintype.imaging.TintypeException;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// An open image whose file may be another than the one that plans were made for, and whose
/// operands may be in formats that its engine lacks. They are converted when the engine asks for
/// them, so that a damaged one fails the plans that use it and no others.
///
/// @param info of the file that is open
/// @param readable gives the same picture in a file that the engine reads
record HandedOver(OpenImage image, SourceInfo info, UnaryOperator<Source> readable)
    implements OpenImage {

  @Override
  public void expect(List<Plan> plans) {
    image.expect(plans.stream().map(this::own).toList());
  }

  @Override
  public Findings measure(Needs needs) {
    return image.measure(needs);
  }

  @Override
  public Raster preview(int maxSide) {
    return image.preview(maxSide);
  }

  @Override
  public List<Outcome> render(List<Plan> plans, Map<String, Source> operands) {
    List<Plan> own = plans.stream().map(this::own).toList();
    return image.render(own, new Converting(operands, readable));
  }

  private Plan own(Plan plan) {
    return plan.source().format() == info.format() ? plan : plan.withSource(info);
  }

  @Override
  public StepTimes times() {
    return image.times();
  }

  @Override
  public void close() {
    image.close();
  }

  private static final class Converting extends AbstractMap<String, Source> {

    private final Map<String, Source> given;
    private final UnaryOperator<Source> readable;
    private final Map<String, Source> converted = new HashMap<>();

    Converting(Map<String, Source> given, UnaryOperator<Source> readable) {
      this.given = given;
      this.readable = readable;
    }

    @Override
    public @Nullable Source get(@Nullable Object reference) {
      Source operand = reference instanceof String ? given.get(reference) : null;
      if (operand == null) {
        return null;
      }
      try {
        return converted.computeIfAbsent((String) reference, _ -> readable.apply(operand));
      } catch (TintypeException e) {
        throw new TintypeException(
            e.reason(), "The watermark picture " + reference + ": " + e.getMessage(), e);
      }
    }

    @Override
    public Set<Entry<String, Source>> entrySet() {
      return given.entrySet();
    }
  }
}
