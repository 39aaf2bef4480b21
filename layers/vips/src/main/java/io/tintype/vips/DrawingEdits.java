package io.tintype.vips;

import io.tintype.imaging.Blend;
import io.tintype.imaging.Box;
import io.tintype.imaging.Channels;
import io.tintype.imaging.Color;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Drawing.JoinChannels.Joined;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Tone;
import io.tintype.imaging.shape.Mask;
import io.tintype.imaging.text.Lettering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Edits that draw on the picture or lay it onto something.
final class DrawingEdits {

  static final Set<Class<? extends Edit>> LACKS = Set.of();

  // VipsOperationBoolean
  private static final int AND = 0;
  private static final int OR = 1;
  private static final int EOR = 2;

  private DrawingEdits() {}

  static Image apply(Drawing edit, Image picture, Operands operands) {
    Scope scope = picture.scope();
    return switch (edit) {
      case Drawing.Background(var color) -> on(picture, color);
      case Drawing.Watermark watermark ->
          WatermarkOverlay.draw(watermark, operands.picture(watermark.image(), scope), picture);
      case Drawing.Frame(String image) -> Framing.draw(operands.picture(image, scope), picture);
      case Drawing.Combine combine ->
          combined(picture, operands.picture(combine.image(), scope), combine);
      case Drawing.JoinChannels join -> joined(picture, join, operands);
      case Drawing.Text text -> written(picture, text, operands);
      case Drawing.RoundCorners(int radiusX, int radiusY, var background) ->
          Masking.mixed(
              picture,
              Masking.plain(scope, picture.size(), background),
              Mask.rounded(picture.size(), radiusX, radiusY));
      case Drawing.Ellipse ellipse -> {
        Image cut = picture.crop(ellipse.box(picture.size()));
        Image nothing = Masking.plain(scope, cut.size(), Color.TRANSPARENT);
        yield Masking.mixed(cut, nothing, ellipse.mask(picture.size()));
      }
      case Drawing.Redact redact -> redacted(picture, redact);
    };
  }

  /// Laid onto a plane of one colour.
  static Image on(Image picture, Color color) {
    if (!picture.alpha()) {
      return picture;
    }
    if (color.alpha() == 255) {
      double[] opaque = {color.red(), color.green(), color.blue()};
      return picture.run("flatten", call -> call.with("background", opaque)).cast(Image.UCHAR);
    }
    Image ground = Masking.plain(picture.scope(), picture.size(), color);
    return Blending.laid(ground, picture, Blend.OVER, 0, 0);
  }

  private static Image combined(Image picture, Image other, Drawing.Combine combine) {
    combine.requireSameSize(picture.size(), other.size());
    Image combined;
    try (Call call = picture.scope().vips().call("boolean")) {
      combined =
          call.with("left", picture.bandsFrom(0, 3))
              .with("right", other.bandsFrom(0, 3))
              .with("boolean", bitwise(combine.operator()))
              .image(picture.scope());
    }
    return picture.alpha() ? combined.with(picture.bandsFrom(3, 1)) : combined;
  }

  private static Image joined(Image picture, Drawing.JoinChannels join, Operands operands) {
    List<Image> pictures = new ArrayList<>(List.of(picture));
    List<Channels> stored = new ArrayList<>();
    for (Joined other : join.others()) {
      switch (other) {
        case Joined.Picture(String image) -> {
          pictures.add(operands.picture(image, picture.scope()));
          stored.add(operands.channels(image));
          join.requireSameSize(image, picture.size(), pictures.getLast().size());
        }
        case Joined.Plane plane -> {
          pictures.add(Masking.plain(picture.scope(), plane.size(), plane.color()));
          stored.add(plane.channels());
        }
      }
    }
    return join.samples(stored).stream()
        .map(sample -> pictures.get(sample.picture()).withAlpha().bandsFrom(sample.channel(), 1))
        .reduce(Image::with)
        .orElseThrow()
        .run("copy", call -> call.with("interpretation", Image.SRGB));
  }

  private static int bitwise(Tone.Bitwise operator) {
    return switch (operator) {
      case AND -> AND;
      case OR -> OR;
      case EOR -> EOR;
    };
  }

  private static Image written(Image picture, Drawing.Text text, Operands operands) {
    Optional<Lettering> written = operands.lettering(text, picture.size());
    if (written.isEmpty()) {
      return picture;
    }
    Lettering lettering = written.get();
    Mask mask = lettering.mask();
    byte[] alphas = new byte[mask.coverage().length];
    for (int i = 0; i < alphas.length; i++) {
      alphas[i] = (byte) text.alpha(mask.coverage()[i] & 255);
    }
    Color color = text.color();
    Image plane =
        Masking.plain(
            picture.scope(), mask.size(), Color.opaque(color.red(), color.green(), color.blue()));
    Image letters = plane.with(Image.of(picture.scope(), alphas, mask.size(), 1));
    return Blending.laid(picture, letters, text.blend(), lettering.left(), lettering.top());
  }

  private static Image redacted(Image picture, Drawing.Redact redact) {
    Image result = picture;
    for (Box box : redact.given().in(picture.size())) {
      Image area = result.crop(box);
      Image covered =
          switch (redact.cover()) {
            case Drawing.Redact.Cover.Blurred(double sigma) ->
                DetailEdits.apply(new Detail.Blur(sigma), area);
            case Drawing.Redact.Cover.Pixelated(int side) ->
                DetailEdits.apply(new Detail.Pixelate(side), area);
            case Drawing.Redact.Cover.Plain(var color) ->
                Masking.plain(picture.scope(), area.size(), color);
          };
      if (redact.oval()) {
        covered = Masking.mixed(covered, area, Mask.ellipse(area.size()));
      }
      result = Masking.inserted(result, covered, box);
    }
    return result;
  }

  static double[] components(Color color, int bands) {
    return bands == 4
        ? new double[] {color.red(), color.green(), color.blue(), color.alpha()}
        : new double[] {color.red(), color.green(), color.blue()};
  }
}
