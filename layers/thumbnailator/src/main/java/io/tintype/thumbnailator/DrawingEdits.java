package io.tintype.thumbnailator;

import io.tintype.imaging.Box;
import io.tintype.imaging.Channels;
import io.tintype.imaging.Color;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Drawing.JoinChannels.Joined;
import io.tintype.imaging.Drawing.JoinChannels.Sample;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Size;
import io.tintype.imaging.shape.Mask;
import io.tintype.imaging.text.Lettering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Edits that draw on the picture or lay it onto something.
final class DrawingEdits {

  static final Set<Class<? extends Edit>> LACKS = Set.of();

  private DrawingEdits() {}

  static Pixels apply(Drawing edit, Pixels picture, Operands operands) {
    return switch (edit) {
      case Drawing.Background(var color) -> picture.on(color);
      case Drawing.Watermark watermark ->
          WatermarkOverlay.draw(watermark, operands.picture(watermark.image()), picture);
      case Drawing.Frame(String image) -> Framing.draw(operands.picture(image), picture);
      case Drawing.Combine combine -> combined(picture, operands.picture(combine.image()), combine);
      case Drawing.JoinChannels join -> joined(picture, join, operands);
      case Drawing.Text text -> written(picture, text, operands);
      case Drawing.RoundCorners(int radiusX, int radiusY, var background) -> {
        Mask kept = Mask.rounded(picture.size(), radiusX, radiusY);
        yield Blending.mixed(picture, Pixels.filled(picture.size(), background), kept);
      }
      case Drawing.Ellipse ellipse -> ellipse(picture, ellipse);
      case Drawing.Redact redact -> redacted(picture, redact);
    };
  }

  private static Pixels combined(Pixels picture, Pixels other, Drawing.Combine combine) {
    combine.requireSameSize(picture.size(), other.size());
    int[] result = new int[picture.argb().length];
    for (int i = 0; i < result.length; i++) {
      int one = picture.argb()[i];
      int two = other.argb()[i];
      int colors =
          switch (combine.operator()) {
            case AND -> one & two;
            case OR -> one | two;
            case EOR -> one ^ two;
          };
      result[i] = (one & 0xFF000000) | (colors & 0xFFFFFF);
    }
    return new Pixels(picture.size(), result, picture.alpha());
  }

  private static Pixels joined(Pixels picture, Drawing.JoinChannels join, Operands operands) {
    List<Pixels> pictures = new ArrayList<>(List.of(picture));
    List<Channels> stored = new ArrayList<>();
    for (Joined other : join.others()) {
      switch (other) {
        case Joined.Picture(String image) -> {
          pictures.add(operands.picture(image));
          stored.add(operands.channels(image));
          join.requireSameSize(image, picture.size(), pictures.getLast().size());
        }
        case Joined.Plane plane -> {
          pictures.add(Pixels.filled(plane.size(), plane.color()));
          stored.add(plane.channels());
        }
      }
    }
    List<Sample> samples = join.samples(stored);
    int[] result = new int[picture.argb().length];
    Arrays.fill(result, samples.size() == 4 ? 0 : 0xFF000000);
    for (int channel = 0; channel < samples.size(); channel++) {
      Sample sample = samples.get(channel);
      int[] from = pictures.get(sample.picture()).argb();
      int to = shift(channel);
      for (int i = 0; i < result.length; i++) {
        result[i] |= ((from[i] >>> shift(sample.channel())) & 255) << to;
      }
    }
    return new Pixels(picture.size(), result, samples.size() == 4);
  }

  /// Where red, green, blue or alpha lie in a pixel.
  private static int shift(int channel) {
    return channel == 3 ? 24 : 16 - 8 * channel;
  }

  private static Pixels written(Pixels picture, Drawing.Text text, Operands operands) {
    Optional<Lettering> written = operands.lettering(text, picture.size());
    if (written.isEmpty()) {
      return picture;
    }
    Lettering lettering = written.get();
    Mask mask = lettering.mask();
    var place =
        new Box(lettering.left(), lettering.top(), mask.size().width(), mask.size().height());
    int color = Pixels.argb(text.color()) & 0xFFFFFF;
    int[] alphas = new int[256];
    for (int covered = 0; covered < 256; covered++) {
      alphas[covered] = text.alpha(covered) << 24 | color;
    }
    return Blending.laid(
        picture,
        text.blend(),
        (x, y) -> {
          int column = x - place.left();
          int row = y - place.top();
          boolean inside =
              column >= 0 && row >= 0 && column < place.width() && row < place.height();
          return inside ? alphas[mask.at(column, row)] : 0;
        });
  }

  private static Pixels ellipse(Pixels picture, Drawing.Ellipse ellipse) {
    Pixels cut = GeometryEdits.cut(picture, ellipse.box(picture.size()));
    Pixels nothing = Pixels.filled(cut.size(), Color.TRANSPARENT);
    return Blending.mixed(cut, nothing, ellipse.mask(picture.size()));
  }

  private static Pixels redacted(Pixels picture, Drawing.Redact redact) {
    Size size = picture.size();
    Pixels result = picture;
    for (Box box : redact.given().in(size)) {
      Pixels area = GeometryEdits.cut(result, box);
      Pixels covered =
          switch (redact.cover()) {
            case Drawing.Redact.Cover.Blurred(double sigma) ->
                DetailEdits.apply(new Detail.Blur(sigma), area);
            case Drawing.Redact.Cover.Pixelated(int side) ->
                DetailEdits.apply(new Detail.Pixelate(side), area);
            case Drawing.Redact.Cover.Plain(var color) -> Pixels.filled(area.size(), color);
          };
      if (redact.oval()) {
        covered = Blending.mixed(covered, area, Mask.ellipse(area.size()));
      }
      result = Pixels.laid(covered, result, box);
    }
    return result;
  }
}
