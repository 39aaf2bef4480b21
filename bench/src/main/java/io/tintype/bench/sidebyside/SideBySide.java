package io.tintype.bench.sidebyside;

import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Raster;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.testkit.Sheet;
import io.tintype.thumbnailator.ThumbnailatorEngine;
import io.tintype.vips.VipsEngine;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/// Asks two servers for the pictures of a list, one after the other, and says where they differ:
/// for those who move from another server and want to know what their users will see.
public final class SideBySide {

  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private final ImageEngine engine;
  private final SideBySideOptions options;
  private final PrintStream out;
  private final Sheet sheet = new Sheet(2);

  SideBySide(ImageEngine engine, SideBySideOptions options, PrintStream out) {
    this.engine = engine;
    this.options = options;
    this.out = out;
  }

  /// Reads paths from standard input, one a line; ends with 1 where answers differ.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    SideBySideOptions options;
    try {
      options = SideBySideOptions.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    List<Request> requests =
        lines.lines().filter(line -> !line.isBlank()).map(Request::of).toList();
    boolean alike = new SideBySide(engine(), options, System.out).compare(requests);
    System.exit(alike ? 0 : 1);
  }

  private static ImageEngine engine() {
    return switch (VipsEngine.load()) {
      case VipsEngine.Library.Loaded(VipsEngine vips, _) -> vips;
      case VipsEngine.Library.Missing _ -> new ThumbnailatorEngine();
    };
  }

  /// Whether all answers are alike.
  boolean compare(List<Request> requests) throws IOException, InterruptedException {
    double[] old = new double[requests.size()];
    double[] next = new double[requests.size()];
    int alike = 0;
    for (int i = 0; i < requests.size(); i++) {
      Request request = requests.get(i);
      Answer first = Answer.of(http, Request.on(options.old(), request.old()), options.accept());
      Answer second = Answer.of(http, Request.on(options.next(), request.next()), options.accept());
      old[i] = first.millis();
      next[i] = second.millis();
      Difference difference = difference(request, first, second);
      boolean same = difference.within(options.within());
      alike += same ? 1 : 0;
      if (!same || options.all()) {
        out.printf("%-9s %-28s %s%n", same ? "" : "DIFFERENT", difference.words(), request.next());
      }
    }
    out.printf("%d of %d alike%n", alike, requests.size());
    if (!requests.isEmpty()) {
      out.printf("median milliseconds: old %.0f, new %.0f%n", median(old), median(next));
    }
    if (options.sheet().isPresent() && alike < requests.size()) {
      ImageIO.write(sheet.drawn(), "png", Path.of(options.sheet().get()).toFile());
    }
    return alike == requests.size();
  }

  private Difference difference(Request request, Answer old, Answer next) {
    if (old.status() != next.status()) {
      return new Difference.Status(old.status(), next.status());
    }
    if (old.status() != 200) {
      return new Difference.SameStatus(old.status());
    }
    Raster first;
    Raster second;
    try {
      first = picture(old);
      second = picture(next);
    } catch (TintypeException e) {
      return new Difference.Unreadable(String.valueOf(e.getMessage()));
    }
    Difference difference = Difference.between(first, second);
    if (options.sheet().isPresent() && !difference.within(options.within())) {
      sheet.add(request.next(), List.of(image(first), image(second)));
    }
    return difference;
  }

  /// The first frame.
  private Raster picture(Answer answer) {
    Source source = Source.of(answer.body());
    SourceInfo info = engine.inspect(source, Limits.DEFAULT);
    try (OpenImage image = engine.open(source, info)) {
      return image.preview(Math.max(info.size().width(), info.size().height()));
    }
  }

  private static BufferedImage image(Raster raster) {
    int width = raster.size().width();
    int height = raster.size().height();
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height, raster.argb(), 0, width);
    return image;
  }

  private static double median(double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
