package io.tintype.bench.contactsheet;

import io.tintype.imaging.Findings;
import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Output;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Planner;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.testkit.Sheet;
import io.tintype.thumbnailator.ThumbnailatorEngine;
import io.tintype.vips.VipsEngine;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// Renders every edit on both engines and puts the results side by side, each under its name: left
/// Thumbnailator, right vips.
public final class ContactSheet {

  private ContactSheet() {}

  /// `<photo> <folder for the sheets>`; one sheet for each group of edits.
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("Expected a photo and a folder for the sheets");
    }
    byte[] photo = Files.readAllBytes(Path.of(arguments[0]));
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    List<ImageEngine> engines = engines();
    for (Map.Entry<String, List<Shown>> group : Shown.groups().entrySet()) {
      var sheet = new Sheet(engines.size());
      for (Shown shown : group.getValue()) {
        List<BufferedImage> pictures = new ArrayList<>();
        String label = shown.name();
        for (ImageEngine engine : engines) {
          try {
            pictures.add(rendered(engine, photo, shown));
          } catch (TintypeException refusal) {
            pictures.add(new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB));
            label += " / " + engine.name() + ": " + refusal.getMessage();
          }
        }
        sheet.add(label, pictures);
      }
      Path file = folder.resolve(group.getKey() + ".png");
      ImageIO.write(sheet.drawn(), "png", file.toFile());
      System.out.println(file);
    }
  }

  private static List<ImageEngine> engines() {
    return switch (VipsEngine.load()) {
      case VipsEngine.Library.Loaded(VipsEngine vips, _) ->
          List.of(new ThumbnailatorEngine(), vips);
      case VipsEngine.Library.Missing(String cause) -> {
        System.out.println("Without vips: " + cause);
        yield List.of(new ThumbnailatorEngine());
      }
    };
  }

  private static BufferedImage rendered(ImageEngine engine, byte[] photo, Shown shown)
      throws IOException {
    Source source = Source.of(shown.own().orElse(photo));
    SourceInfo info = engine.inspect(source, Limits.DEFAULT);
    Recipe recipe = shown.recipe().withOutput(Output.AS_SOURCE.withFormat(Format.PNG));
    try (OpenImage image = engine.open(source, info)) {
      Findings findings = image.measure(recipe.needs()).withFaces(shown.faces());
      Plan plan = new Planner(engine.capabilities(), Limits.DEFAULT).plan(recipe, info, findings);
      return switch (image.render(List.of(plan), Operands.forSize(plan.scaled())).getFirst()) {
        case Outcome.Rendered(Rendition rendition) ->
            ImageIO.read(new ByteArrayInputStream(rendition.bytes()));
        case Outcome.Failed(TintypeException failure) -> throw failure;
      };
    }
  }
}
