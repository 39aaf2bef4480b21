package io.tintype.imaging;

import io.tintype.imaging.shape.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Edits that draw something over, under or out of the picture.
public sealed interface Drawing extends Edit {

  private static void sameSize(String name, Size picture, Size other) {
    if (!picture.equals(other)) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "Expected "
              + name
              + " to be as large as the picture, "
              + picture
              + ", but it is "
              + other);
    }
  }

  /// Puts the picture on a canvas of one colour; transparency is gone where the colour is opaque.
  record Background(Color color) implements Drawing {}

  /// Draws another picture over this one.
  ///
  /// @param image reference of the picture, see [Recipe#inputs()]
  /// @param transparency percent, 0 opaque to 100 invisible
  /// @param maxWidth the picture is made to fit into so many percent of this one's width, 1..100,
  ///     if given
  /// @param maxHeight likewise of its height
  record Watermark(
      String image,
      Offset x,
      Offset y,
      int transparency,
      Optional<Integer> maxWidth,
      Optional<Integer> maxHeight,
      Blend blend)
      implements Drawing {

    public Watermark {
      Expect.between(0, 100, transparency, "a watermark transparency");
      maxWidth.ifPresent(percent -> Expect.between(1, 100, percent, "a watermark ratio"));
      maxHeight.ifPresent(percent -> Expect.between(1, 100, percent, "a watermark ratio"));
    }

    /// Laid over without blending.
    public Watermark(
        String image,
        Offset x,
        Offset y,
        int transparency,
        Optional<Integer> maxWidth,
        Optional<Integer> maxHeight) {
      this(image, x, y, transparency, maxWidth, maxHeight, Blend.OVER);
    }

    @Override
    public List<String> operands() {
      return List.of(image);
    }
  }

  /// Lays a nine-patch over the whole picture, as thumbor's `frame`: its corners keep their size,
  /// its edges are stretched. Its stretchable parts are marked by black pixels in its outermost
  /// rows and columns, which are not drawn; for the border that those may ask for see
  /// [FramePadding].
  record Frame(String image) implements Drawing {

    @Override
    public List<String> operands() {
      return List.of(image);
    }
  }

  /// Combines the colours of this picture with those of another one of the same size, bit by bit;
  /// as sharp's `boolean`. Alpha stays this picture's.
  record Combine(String image, Tone.Bitwise operator) implements Drawing {

    /// @throws TintypeException BAD_REQUEST when the pictures differ in size
    public void requireSameSize(Size picture, Size other) {
      Drawing.sameSize(image, picture, other);
    }

    @Override
    public List<String> operands() {
      return List.of(image);
    }
  }

  /// Adds the channels of other pictures of the same size to those of this one, as sharp's
  /// `joinChannel`: of all of them, in their order, two are grey and alpha, three are red, green
  /// and blue, and four have alpha too. What comes after the fourth is left out.
  ///
  /// @param grey whether this picture counts as one channel of grey, also where it is stored in
  ///     colour; in a plan, whether it does
  /// @param alpha whether its alpha counts, where it is stored; in a plan, whether it has one
  record JoinChannels(boolean grey, boolean alpha, List<Joined> others) implements Drawing {

    private static final int MOST_OTHERS = 8;

    public JoinChannels {
      others = List.copyOf(others);
      Expect.between(1, MOST_OTHERS, others.size(), "pictures to join");
    }

    /// What is joined.
    public sealed interface Joined {

      /// @param image reference of the picture, see [Recipe#inputs()]
      record Picture(String image) implements Joined {}

      /// The same everywhere.
      ///
      /// @param alpha whether it has a channel of it, which may be opaque
      record Plane(Size size, Color color, boolean alpha) implements Joined {

        public Channels channels() {
          return new Channels(/* grey= */ false, alpha);
        }
      }
    }

    /// One channel of the result.
    ///
    /// @param picture 0 is this one, 1 the first of the others
    /// @param channel of the picture as it is worked on: 0 red, 1 green, 2 blue, 3 alpha
    public record Sample(int picture, int channel) {}

    /// For a file with these channels.
    JoinChannels of(Channels stored) {
      return new JoinChannels(grey || stored.grey(), alpha && stored.alpha(), others);
    }

    /// Where red, green, blue and, if there are four, alpha come from.
    ///
    /// @param stored the channels of the others
    public List<Sample> samples(List<Channels> stored) {
      List<Sample> all = new ArrayList<>();
      for (int picture = 0; picture <= stored.size(); picture++) {
        Channels channels = picture == 0 ? new Channels(grey, alpha) : stored.get(picture - 1);
        for (int channel = 0; channel < channels.count(); channel++) {
          all.add(new Sample(picture, channels.place(channel)));
        }
      }
      return all.size() == 2
          ? List.of(all.get(0), all.get(0), all.get(0), all.get(1))
          : List.copyOf(all.subList(0, Math.min(4, all.size())));
    }

    /// @param name of the other picture, for the message
    /// @throws TintypeException BAD_REQUEST when the pictures differ in size
    public void requireSameSize(String name, Size picture, Size other) {
      Drawing.sameSize(name, picture, other);
    }

    @Override
    public Size after(Size before) {
      for (Joined other : others) {
        if (other instanceof Joined.Plane plane) {
          requireSameSize("the plane to join", before, plane.size());
        }
      }
      return before;
    }

    @Override
    public List<String> operands() {
      return others.stream()
          .filter(Joined.Picture.class::isInstance)
          .map(other -> ((Joined.Picture) other).image())
          .toList();
    }
  }

  /// Writes a text over the picture, in the font that is shipped.
  ///
  /// @param text 1..1000 characters; line feeds break lines
  /// @param x of the block's near edge, or far edge when negative
  /// @param size of the letters in points, 1..1000; a point is a pixel at 72 dpi
  /// @param dpi 1..1200
  /// @param width lines are broken at so many pixels, if given, 1..8192
  /// @param spacing extra pixels between lines, 0..1000
  record Text(
      String text,
      Offset x,
      Offset y,
      int size,
      int dpi,
      Color color,
      int transparency,
      Blend blend,
      Optional<Integer> width,
      Align align,
      boolean justify,
      Wrap wrap,
      int spacing)
      implements Drawing {

    public Text {
      Expect.that(
          !text.isEmpty() && text.length() <= 1000, "a text of 1..1000 characters", text.length());
      Expect.between(1, 1000, size, "a text size in points");
      Expect.between(1, 1200, dpi, "a text resolution in dpi");
      Expect.between(0, 100, transparency, "a text transparency");
      width.ifPresent(pixels -> Expect.between(1, 8192, pixels, "a text width in pixels"));
      Expect.between(0, 1000, spacing, "a line spacing in pixels");
    }

    /// Of a pixel that the letters cover.
    ///
    /// @param covered 0..255
    /// @return 0..255
    public int alpha(int covered) {
      return (int) Math.round(covered * color.alpha() * (100 - transparency) / 25500.0);
    }

    /// Of the lines.
    public enum Align {
      LOW,
      CENTRE,
      HIGH
    }

    /// Where lines may be broken.
    public enum Wrap {
      WORD,
      CHARACTER,
      WORD_OR_CHARACTER,
      NEVER
    }
  }

  /// Corners become arcs of ellipses; what is cut off shows the background.
  ///
  /// @param radiusX in pixels, at least 0; at most half of the picture's side is used
  record RoundCorners(int radiusX, int radiusY, Color background) implements Drawing {

    public RoundCorners {
      Expect.that(radiusX >= 0 && radiusY >= 0, "radii of 0 or more", radiusX + ", " + radiusY);
    }
  }

  /// Keeps an ellipse and cuts the picture to the part of its bounding box that lies inside; what
  /// surrounds it is transparent, or the output's background in a format without transparency.
  /// As Serverless Image Handler's `roundCrop`.
  ///
  /// @param x of the middle, in pixels; the picture's middle, if not given
  /// @param radiusX in pixels, at least 1; half of the shorter side, if not given
  record Ellipse(
      Optional<Integer> x,
      Optional<Integer> y,
      Optional<Integer> radiusX,
      Optional<Integer> radiusY)
      implements Drawing {

    public Ellipse {
      radiusX.ifPresent(radius -> Expect.that(radius >= 1, "a radius of at least 1", radius));
      radiusY.ifPresent(radius -> Expect.that(radius >= 1, "a radius of at least 1", radius));
    }

    @Override
    public Size after(Size before) {
      return box(before).size();
    }

    /// The part of the ellipse's bounding box that lies inside; the whole picture where none does.
    public Box box(Size picture) {
      int middleX = x.orElse(picture.width() / 2);
      int middleY = y.orElse(picture.height() / 2);
      int across = radiusX.orElseGet(() -> shorterHalf(picture));
      int down = radiusY.orElseGet(() -> shorterHalf(picture));
      var area =
          new Crop.Pixels(middleX - across, middleY - down, middleX + across, middleY + down);
      return new Geometry.Cut(area).box(picture);
    }

    /// The ellipse in its box.
    public Mask mask(Size picture) {
      Box box = box(picture);
      return Mask.ellipse(
          box.size(),
          x.orElse(picture.width() / 2) - box.left(),
          y.orElse(picture.height() / 2) - box.top(),
          radiusX.orElseGet(() -> shorterHalf(picture)),
          radiusY.orElseGet(() -> shorterHalf(picture)));
    }

    private static int shorterHalf(Size picture) {
      return Math.max(1, Math.min(picture.width(), picture.height()) / 2);
    }
  }

  /// Makes areas unrecognisable. Each is covered by itself, so nothing from around it is mixed in.
  ///
  /// @param oval whether the ellipse inside of each area is covered, else all of it
  record Redact(Areas areas, Cover cover, boolean oval) implements Drawing {

    /// The areas of a plan.
    public Areas.Given given() {
      return switch (areas) {
        case Areas.Given given -> given;
        case Areas.Faces _ ->
            throw new IllegalStateException("A plan says where faces are, but this one doesn't");
      };
    }

    public sealed interface Areas {

      /// The faces that are known; a plan has them as [Given].
      record Faces() implements Areas {}

      /// @param boxes as fractions of the picture that is edited
      record Given(List<Crop.Fractions> boxes) implements Areas {

        public Given {
          boxes = List.copyOf(boxes);
        }

        /// Every pixel that the areas touch, in pixels of the picture.
        public List<Box> in(Size picture) {
          return boxes.stream()
              .filter(box -> box.left() < box.right() && box.top() < box.bottom())
              .map(
                  box -> {
                    int left = touched(box.left(), picture.width());
                    int top = touched(box.top(), picture.height());
                    int right = (int) Math.ceil(box.right() * picture.width() - SLACK);
                    int bottom = (int) Math.ceil(box.bottom() * picture.height() - SLACK);
                    return new Box(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
                  })
              .toList();
        }

        private static int touched(double fraction, int length) {
          return Math.min(length - 1, (int) Math.floor(fraction * length + SLACK));
        }

        /// Fractions of whole pixels may be off by a rounding.
        private static final double SLACK = 1e-6;
      }
    }

    public sealed interface Cover {

      /// @param sigma as [Detail.Blur]
      record Blurred(double sigma) implements Cover {

        public Blurred {
          Expect.that(sigma > 0 && sigma <= 150, "a blur sigma above 0 and at most 150", sigma);
        }
      }

      /// @param side as [Detail.Pixelate]
      record Pixelated(int side) implements Cover {

        public Pixelated {
          Expect.between(1, 1000, side, "blocks of pixels a side");
        }
      }

      record Plain(Color color) implements Cover {}
    }
  }
}
