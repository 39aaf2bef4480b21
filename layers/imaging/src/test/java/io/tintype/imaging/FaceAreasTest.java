package io.tintype.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaceAreasTest {

  private static final Size PICTURE = new Size(400, 200);
  private static final Planner PLANNER = new Planner(Sample.ALL, Limits.DEFAULT);

  /// From 100,50 to 200,150 and from 300,0 to 340,20.
  private static final List<Findings.Face> TWO =
      List.of(new Findings.Face(0.25, 0.25, 0.25, 0.5), new Findings.Face(0.75, 0, 0.1, 0.1));

  @ParameterizedTest
  @CsvSource({
    // index, padding, kept
    "0, 0, '100,50 100x100'",
    "0, 20, '80,30 140x140'",
    "0, 80, '20,0 260x200'", // top is cut off at the edge, and so is the bottom
    "0, 10000, '0,0 400x200'",
    "1, 0, '300,0 40x20'",
    "1, 5, '295,0 50x30'", // Serverless Image Handler cuts off first and then adds both paddings
    "0, -10, '110,60 80x80'",
  })
  void cropsAroundAFace(int index, int padding, String kept) {
    assertThat(describe(crop(new Crop.Face(index, padding), TWO).crop())).isEqualTo(kept);
  }

  @Test
  void keepsTheWholePictureWhereThereAreNoFaces() {
    assertThat(describe(crop(new Crop.Face(3, 10), List.of()).crop())).isEqualTo("0,0 400x200");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 1000})
  void refusesAFaceThatIsNotThereAndNamesTheirCount(int index) {
    assertThatExceptionOfType(TintypeException.class)
        .isThrownBy(() -> crop(new Crop.Face(index, 0), TWO))
        .matches(refusal -> refusal.reason() == Reason.BAD_REQUEST)
        .matches(refusal -> refusal.code().equals(Optional.of("SmartCrop::FaceIndexOutOfRange")))
        .withMessage(
            "Expected a face index of 0..1, because the picture has 2 faces, but received "
                + index);
  }

  @Test
  void refusesAPaddingThatLeavesNothing() {
    assertThatExceptionOfType(TintypeException.class)
        .isThrownBy(() -> crop(new Crop.Face(0, -50), TWO))
        .matches(refusal -> refusal.reason() == Reason.BAD_REQUEST)
        .matches(refusal -> refusal.code().equals(Optional.of("SmartCrop::PaddingOutOfBounds")))
        .withMessageContaining("-50");
  }

  @Test
  void cutsFacesOffThatReachOutside() {
    List<Findings.Face> outside = List.of(new Findings.Face(-0.1, 0.9, 0.3, 0.4));
    assertThat(describe(crop(new Crop.Face(0, 0), outside).crop())).isEqualTo("0,180 80x20");
  }

  @ParameterizedTest
  @CsvSource({
    "0, '100,50 100x100'",
    "1, '50,100 100x100'",
    "2, '200,50 100x100'",
    "3, '50,200 100x100'",
  })
  void turnsFacesWithThePicture(int turns, String kept) {
    Recipe recipe = Sample.turned(turns, Sample.crop(new Crop.Face(0, 0), Recipe.IDENTITY));
    assertThat(describe(plan(recipe, TWO).crop())).isEqualTo(kept);
  }

  @Test
  void cropsAroundAFaceOfTheFinishedPicture() {
    Recipe recipe =
        Sample.recipe(
            Sample.sizing(Sizing.Fit.COVER, "200x100"), new Geometry.Cut(new Crop.Face(0, 5)));
    Plan plan = plan(recipe, TWO);
    assertThat(plan.edits()).containsExactly(new Geometry.Cut(new Crop.Exact(45, 20, 60, 60)));
    assertThat(plan.result()).hasToString("60x60");
    assertThat(plan(recipe, List.of()).result()).hasToString("200x100");
  }

  @Test
  void findsTheFacesToRedactWhereTheyComeToLie() {
    Recipe recipe =
        new Recipe(
            Input.FIRST_FRAME,
            Optional.empty(),
            Optional.of(new Crop.Pixels(100, 0, 300, 200)),
            Sample.sizing(Sizing.Fit.COVER, "100x100"),
            new Flips(true, false),
            List.of(
                new Geometry.QuarterTurn(1),
                new Geometry.Pad(100, 0, 0, 100, Color.BLACK),
                redact(new Drawing.Redact.Areas.Faces())),
            Output.AS_SOURCE);
    // 100,50 to 200,150 is 0,25 to 50,75 of the sized picture; mirrored 50,25 to 100,75; turned
    // 25,50 to 75,100; padded 125,50 to 175,100 of 200x200. The other face was cut off.
    assertThat(plan(recipe, TWO).edits().getLast())
        .isEqualTo(
            redact(
                new Drawing.Redact.Areas.Given(
                    List.of(new Crop.Fractions(0.625, 0.25, 0.875, 0.5)))));
  }

  @Test
  void redactsNothingWhereThereAreNoFaces() {
    Recipe recipe = Sample.recipe(Sizing.NONE, redact(new Drawing.Redact.Areas.Faces()));
    assertThat(plan(recipe, List.of()).edits())
        .containsExactly(redact(new Drawing.Redact.Areas.Given(List.of())));
  }

  @Test
  void asksForFacesWhereTheyMatter() {
    assertThat(Recipe.IDENTITY.needs().faces()).isFalse();
    for (Edit edit :
        List.of(redact(new Drawing.Redact.Areas.Faces()), new Geometry.Cut(new Crop.Face(0, 0)))) {
      assertThat(Sample.recipe(Sizing.NONE, edit).needs().faces()).isTrue();
    }
    Edit given = redact(new Drawing.Redact.Areas.Given(List.of()));
    assertThat(Sample.recipe(Sizing.NONE, given).needs().faces()).isFalse();
    assertThat(Sample.crop(new Crop.Face(0, 0), Recipe.IDENTITY).needs().faces()).isTrue();
  }

  /// Marks the pixels of a face in a small picture, moves the pixels, and looks where they are.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void followsFacesThroughEditsAsPixelsMove(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      Size size = new Size(4 + random.nextInt(20), 4 + random.nextInt(20));
      Box face = new RandomRecipes(random).box(size);
      var areas = new FaceAreas(size, List.of(area(face)));
      Edit edit = edit(random, size);
      Size after = edit.after(size);
      List<Box> found =
          areas.after(edit, after).areas().stream()
              .map(area -> area.inside(after))
              .map(FaceAreasTest::box)
              .toList();
      for (int y = 0; y < after.height(); y++) {
        for (int x = 0; x < after.width(); x++) {
          boolean marked = isFace(edit, size, face, x, y);
          int column = x;
          int row = y;
          boolean covered = found.stream().anyMatch(box -> holds(box, column, row));
          assertThat(covered)
              .as("%s of %s, face %s, at %d,%d in %s", edit, size, face, x, y, found)
              .isEqualTo(marked);
        }
      }
    }
  }

  @Test
  void coversATurnedFaceWithABoxAroundIt() {
    Size size = new Size(200, 100);
    var areas = new FaceAreas(size, List.of(new FaceAreas.Area(150, 40, 170, 60)));
    Geometry.Rotate turn = new Geometry.Rotate(30, Color.BLACK);
    Size after = turn.after(size);
    FaceAreas.Area turned = areas.after(turn, after).areas().getFirst();
    double cos = Math.cos(Math.PI / 6);
    double sin = 0.5;
    assertThat((turned.left() + turned.right()) / 2)
        .isCloseTo(after.width() / 2.0 + 60 * cos, within(1e-9));
    assertThat((turned.top() + turned.bottom()) / 2)
        .isCloseTo(after.height() / 2.0 + 60 * sin, within(1e-9));
    assertThat(turned.width()).isCloseTo(20 * (cos + sin), within(1e-9));
  }

  private static Edit edit(Random random, Size size) {
    Geometry.Extend.With[] ways = Geometry.Extend.With.values();
    return switch (random.nextInt(5)) {
      case 0 -> new Geometry.QuarterTurn(1 + random.nextInt(3));
      case 1 ->
          new Geometry.Extend(
              random.nextInt(40),
              random.nextInt(40),
              random.nextInt(40),
              random.nextInt(40),
              ways[1 + random.nextInt(2)]);
      case 2 -> new Geometry.PadTo(new Size(30, 30), new Anchor.Aligned(1, 0), new Fill.Average());
      case 3 -> {
        Box box = new RandomRecipes(random).box(size);
        yield new Geometry.Cut(new Crop.Pixels(box.left(), box.top(), box.right(), box.bottom()));
      }
      default -> new Geometry.Pad(random.nextInt(9), random.nextInt(9), 3, 2, Color.BLACK);
    };
  }

  /// Whether a pixel of the result shows a part of the face.
  private static boolean isFace(Edit edit, Size size, Box face, int x, int y) {
    return switch (edit) {
      case Geometry.QuarterTurn(int turns) -> holds(QuarterTurns.turn(face, size, turns), x, y);
      case Geometry.Extend extend -> {
        boolean mirrors = extend.with() == Geometry.Extend.With.MIRROR;
        yield holds(
            face,
            tiled(x - extend.left(), size.width(), mirrors),
            tiled(y - extend.top(), size.height(), mirrors));
      }
      case Geometry.PadTo padTo -> {
        Box inside = padTo.inside(size);
        yield holds(face, x - inside.left(), y - inside.top());
      }
      case Geometry.Cut cut -> holds(face, x + cut.box(size).left(), y + cut.box(size).top());
      case Geometry.Pad pad -> holds(face, x - pad.left(), y - pad.top());
      case Geometry _, Tone _, Detail _, Drawing _ -> throw new AssertionError(edit);
    };
  }

  private static int tiled(int place, int length, boolean mirrors) {
    int within = Math.floorMod(place, length);
    boolean odd = Math.floorMod(Math.floorDiv(place, length), 2) == 1;
    return mirrors && odd ? length - 1 - within : within;
  }

  private static boolean holds(Box box, int x, int y) {
    return x >= box.left() && x < box.right() && y >= box.top() && y < box.bottom();
  }

  private static FaceAreas.Area area(Box box) {
    return new FaceAreas.Area(box.left(), box.top(), box.right(), box.bottom());
  }

  private static Box box(FaceAreas.Area area) {
    return new Box((int) area.left(), (int) area.top(), (int) area.width(), (int) area.height());
  }

  private static Edit redact(Drawing.Redact.Areas areas) {
    return new Drawing.Redact(areas, new Drawing.Redact.Cover.Plain(Color.BLACK), false);
  }

  private static Plan crop(Crop crop, List<Findings.Face> faces) {
    return plan(Sample.crop(crop, Recipe.IDENTITY), faces);
  }

  private static Plan plan(Recipe recipe, List<Findings.Face> faces) {
    SourceInfo source = Sample.jpeg(PICTURE.width(), PICTURE.height());
    return PLANNER.plan(recipe, source, Findings.NONE.withFaces(faces));
  }

  private static String describe(Box box) {
    return box.left() + "," + box.top() + " " + box.size();
  }
}
