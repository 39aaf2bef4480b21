package io.tintype.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What [Anchor.Smart] with known faces and [Anchor.Entropy] keep.
class SmartCropTest {

  private static final Planner PLANNER = new Planner(Sample.ALL, Limits.DEFAULT);

  @ParameterizedTest
  @CsvSource({
    // middle of a face of 60x60 in 1200x400, cropped to a square: 400x400 is kept
    "300, 33.3", // on the left third
    "900, 66.7", // on the right third
    "40, 10", // nearer to the edge than a third
    "1160, 90",
  })
  void putsASingleSmallFaceOnTheNearerThird(int middle, double share) {
    Box kept = kept(new Size(1200, 400), "100x100", face(middle - 30, 150, 60, 60));
    assertThat(100.0 * (middle - kept.left()) / kept.width()).isCloseTo(share, within(0.3));
  }

  @Test
  void putsASingleSmallFaceOnTheUpperThird() {
    Box kept = kept(new Size(400, 1200), "100x100", face(150, 570, 60, 60));
    assertThat((600.0 - kept.top()) / kept.height()).isCloseTo(1 / 3.0, within(0.01));
  }

  @Test
  void centresASingleLargeFace() {
    assertThat(kept(new Size(1200, 400), "100x100", face(500, 50, 300, 300)))
        .isEqualTo(new Box(450, 0, 400, 400));
  }

  @Test
  void keepsAllFacesOfAGroupThatFits() {
    assertThat(
            kept(
                new Size(1200, 400),
                "100x100",
                face(600, 100, 100, 100),
                face(850, 100, 90, 90),
                face(720, 300, 20, 20)))
        .isEqualTo(new Box(570, 0, 400, 400));
  }

  @Test
  void keepsTheMostFaceWhereNotAllFit() {
    // one of 10,000 pixels on the left, two of 7,000 on the right
    Box kept =
        kept(
            new Size(1200, 400),
            "100x100",
            face(0, 100, 100, 100),
            face(900, 100, 70, 100),
            face(1100, 100, 70, 100));
    assertThat(kept.left()).isLessThanOrEqualTo(900);
    assertThat(kept.right()).isGreaterThanOrEqualTo(1170);
    Box larger =
        kept(new Size(1200, 400), "100x100", face(0, 0, 300, 300), face(900, 100, 70, 100));
    assertThat(larger.left()).isZero();
  }

  @Test
  void keepsTheMiddleOfAFaceThatIsTooLarge() {
    assertThat(kept(new Size(1200, 400), "25x100", face(100, 0, 500, 400)))
        .isEqualTo(new Box(300, 0, 100, 400));
  }

  @Test
  void takesThePlaceOfAttentionOnlyWhereNoFaceIsLeft() {
    Findings findings =
        new Findings(Optional.empty(), Optional.of(new Findings.Point(1100, 200)))
            .withFaces(List.of(new Findings.Face(0, 0.25, 0.05, 0.2)));
    Recipe smart = smart("100x100");
    assertThat(PLANNER.plan(smart, Sample.jpeg(1200, 400), findings).crop().left()).isZero();
    Recipe cropped = Sample.crop(new Crop.Pixels(200, 0, 1200, 400), smart);
    assertThat(PLANNER.plan(cropped, Sample.jpeg(1200, 400), findings).crop().left())
        .isEqualTo(800);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void alwaysHoldsFacesThatHaveRoom(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      Size size = new Size(1 + random.nextInt(2_000), 1 + random.nextInt(2_000));
      Size wanted = new Size(1 + random.nextInt(500), 1 + random.nextInt(500));
      int turns = random.nextInt(4);
      List<Findings.Face> faces = new ArrayList<>();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        double width = random.nextDouble() * random.nextDouble();
        double height = random.nextDouble() * random.nextDouble();
        faces.add(
            new Findings.Face(
                random.nextDouble() * (1 - width),
                random.nextDouble() * (1 - height),
                width,
                height));
      }
      Recipe recipe = Sample.turned(turns, smart(wanted.toString()));
      Box kept =
          PLANNER
              .plan(
                  recipe, Sample.jpeg(size.width(), size.height()), Findings.NONE.withFaces(faces))
              .crop();
      FaceAreas areas = FaceAreas.of(faces, size).turned(turns);
      double left = areas.areas().stream().mapToDouble(FaceAreas.Area::left).min().orElse(0);
      double right = areas.areas().stream().mapToDouble(FaceAreas.Area::right).max().orElse(0);
      double top = areas.areas().stream().mapToDouble(FaceAreas.Area::top).min().orElse(0);
      double bottom = areas.areas().stream().mapToDouble(FaceAreas.Area::bottom).max().orElse(0);
      boolean room = right - left <= kept.width() - 1 && bottom - top <= kept.height() - 1;
      boolean held =
          left >= kept.left()
              && right <= kept.right()
              && top >= kept.top()
              && bottom <= kept.bottom();
      assertThat(held || !room)
          .as("seed %d, round %d: %s of %s for %s: %s", seed, round, areas, size, wanted, kept)
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, '100,0 100x100'", "1, '0,100 100x100'", "2, '0,0 100x100'", "3, '0,0 100x100'"})
  void keepsTheBusiestPart(int turns, String kept) {
    // noise on the right half, a plane on the left one
    var random = new Random(5);
    Raster coarse =
        Rasters.paint(40, 20, (x, _) -> x < 20 ? 0xFF808080 : 0xFF000000 | random.nextInt());
    Findings findings =
        new Findings(Optional.empty(), Optional.empty(), Optional.of(coarse), List.of());
    Sizing sizing = Sample.at(new Anchor.Entropy(), Sample.sizing(Sizing.Fit.COVER, "50x50"));
    Recipe recipe = Sample.turned(turns, Sample.recipe(sizing));
    Box crop = PLANNER.plan(recipe, Sample.jpeg(200, 100), findings).crop();
    assertThat(crop.left() + "," + crop.top() + " " + crop.size()).isEqualTo(kept);
    assertThat(recipe.needs().coarse()).isTrue();
  }

  @Test
  void measuresEntropyInTheRegionThatIsLeft() {
    // busy at the far left, half busy in the middle, but the far left is cropped away
    var random = new Random(6);
    Raster coarse =
        Rasters.paint(
            60,
            10,
            (x, _) ->
                x < 20
                    ? 0xFF000000 | random.nextInt()
                    : x >= 35 && x < 45 ? 0xFF000000 | random.nextInt(256) : 0xFFFFFFFF);
    Findings findings =
        new Findings(Optional.empty(), Optional.empty(), Optional.of(coarse), List.of());
    Recipe recipe =
        Sample.recipe(Sample.at(new Anchor.Entropy(), Sample.sizing(Sizing.Fit.COVER, "10x10")));
    SourceInfo source = Sample.jpeg(600, 100);
    assertThat(PLANNER.plan(recipe, source, findings).crop().left()).isLessThan(120);
    Recipe cropped = Sample.crop(new Crop.Pixels(200, 0, 600, 100), recipe);
    assertThat(PLANNER.plan(cropped, source, findings).crop().left()).isBetween(330, 370);
  }

  private static Findings.Face face(int left, int top, int width, int height) {
    return new Findings.Face(left, top, width, height);
  }

  private static Recipe smart(String wanted) {
    return Sample.recipe(Sample.at(new Anchor.Smart(), Sample.sizing(Sizing.Fit.COVER, wanted)));
  }

  /// @param pixels faces in pixels of the source
  private static Box kept(Size source, String wanted, Findings.Face... pixels) {
    List<Findings.Face> faces = new ArrayList<>();
    for (Findings.Face face : pixels) {
      faces.add(
          new Findings.Face(
              face.left() / source.width(),
              face.top() / source.height(),
              face.width() / source.width(),
              face.height() / source.height()));
    }
    return PLANNER
        .plan(
            smart(wanted),
            Sample.jpeg(source.width(), source.height()),
            Findings.NONE.withFaces(faces))
        .crop();
  }
}
