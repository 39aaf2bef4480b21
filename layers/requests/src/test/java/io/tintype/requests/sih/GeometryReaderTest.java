package io.tintype.requests.sih;

import static io.tintype.requests.sih.EditsReaderTest.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Capabilities;
import io.tintype.imaging.Color;
import io.tintype.imaging.Crop;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Fill;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Findings.Face;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Format;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Kernel;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Planner;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Sizing.Fit;
import io.tintype.imaging.Sizing.Length;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Trim;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeometryReaderTest {

  private static final String BOX = "'resize':{'width':9,'height':9,'position':'right'}";

  private static final Planner PLANNER =
      new Planner(
          new Capabilities(
              EnumSet.allOf(Format.class), EnumSet.allOf(Format.class), Set.of(), Set.of()),
          Limits.DEFAULT);

  /// What sharp 0.35.5 gave for a picture of 800x533, each key being called as Serverless Image
  /// Handler calls it. Three are meant to differ: a crop that finds the interesting part fills the
  /// box also where the picture is turned after it (133x100 there), and a turned picture's canvas
  /// holds all of its corners and grows by as much at both ends (943x943 and 212x212 there).
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      textBlock =
          """
          'resize':{'width':200}                                                  | 200x133
          'resize':{'width':'200.4','height':null}                                | 200x133
          'resize':{'width':200,'height':100}                                     | 200x100
          'resize':{'width':200,'height':100,'fit':'contain'}                     | 200x100
          'resize':{'width':200,'height':100,'fit':'fill'}                        | 200x100
          'resize':{'width':200,'height':100,'fit':'inside'}                      | 150x100
          'resize':{'width':200,'height':100,'fit':'outside'}                     | 200x133
          'resize':{'width':900,'height':100,'withoutEnlargement':true}           | 800x100
          'resize':{'width':900,'height':600,'fit':'contain','withoutEnlargement':true} | 900x600
          'resize':{'width':400,'height':400,'withoutReduction':true}             | 400x400
          'resize':{'width':400,'height':400,'fit':'inside','withoutReduction':true} | 800x533
          'resize':{'ratio':0.5}                                                  | 400x267
          'resize':{'width':300,'height':300,'ratio':0.5}                         | 150x100
          'resize':{'width':300,'height':300,'ratio':0.5,'fit':'cover'}           | 150x150
          'resize':{'width':300,'ratio':0.5}                                      | 400x267
          'crop':{'left':10,'top':10,'width':100,'height':50}                     | 100x50
          'crop':{'left':10,'top':10,'width':100,'height':50},'resize':{'width':50} | 50x25
          'resize':{'width':400},'extract':{'left':10,'top':10,'width':100,'height':50} | 100x50
          'extract':{'left':0,'top':0,'width':100,'height':50},'crop':{'left':9,'top':9,'width':9,'height':8} | 9x8
          'rotate':90                                                             | 533x800
          'rotate':-90                                                            | 533x800
          'rotate':45                                                             | 944x943
          'rotate':90,'resize':{'width':200,'height':100}                         | 200x100
          'resize':{'width':200,'height':100},'rotate':90                         | 133x100
          'resize':{'width':200,'height':100},'rotate':180                        | 200x100
          'resize':{'width':200,'height':100,'fit':'inside'},'rotate':90          | 100x150
          'resize':{'width':200,'height':100,'fit':'contain'},'rotate':90         | 200x150
          'resize':{'width':200,'height':100,'position':'attention'},'rotate':90  | 200x100
          'resize':{'width':200,'height':100},'rotate':45                         | 214x214
          'crop':{'left':0,'top':0,'width':100,'height':50},'rotate':90           | 50x100
          'rotate':90,'extract':{'left':0,'top':0,'width':100,'height':50}        | 100x50
          'rotate':90,'flip':true,'extract':{'left':0,'top':0,'width':100,'height':50} | 100x50
          'resize':{'width':100},'extend':10                                      | 120x87
          """)
  void givesTheSizesThatSharpGives(String edits, String size) {
    SourceInfo source = source(800, 533);
    assertThat(PLANNER.plan(read(edits), source, Findings.NONE).result().toString())
        .isEqualTo(size);
  }

  @Test
  void padsContainedPicturesWithTheBackgroundAtThePosition() {
    Recipe recipe =
        read("'resize':{'width':200,'height':100,'fit':'contain','position':'right top'}");
    assertThat(recipe.sizing().fit()).isEqualTo(Fit.INSIDE);
    assertThat(recipe.edits())
        .containsExactly(
            new Geometry.PadTo(
                new Size(200, 100), new Anchor.Aligned(1, 0), new Fill.Plain(Color.BLACK)));
  }

  @ParameterizedTest
  @CsvSource({"entropy", "16"})
  void findsTheBusiestPart(String position) {
    assertThat(read("'resize':{'width':9,'height':9,'position':'" + position + "'}").sizing())
        .isEqualTo(cover(new Anchor.Entropy()));
    assertThat(read("'resize':{'width':9,'height':9,'strategy':'attention'}").sizing())
        .isEqualTo(cover(new Anchor.Smart()));
  }

  @Test
  void cutsTheFaceOutBeforeItIsResized() {
    Recipe recipe = read("'smartCrop':{'faceIndex':1,'padding':4},'resize':{'width':9,'height':9}");
    assertThat(recipe.crop()).contains(new Crop.Face(1, 4));
    assertThat(recipe.edits()).isEmpty();
    var faces = List.of(new Face(0.1, 0.1, 0.5, 0.5), new Face(0.7, 0.2, 0.1, 0.2));
    assertThat(
            PLANNER
                .plan(recipe, source(800, 533), Findings.NONE.withFaces(faces))
                .result()
                .toString())
        .isEqualTo("9x9");
  }

  @Test
  void mirrorsThePlaceOfTheCropBecauseSharpCropsTheMirroredPicture() {
    Recipe recipe = read("'resize':{'width':9,'height':9,'position':'west'},'flop':true");
    assertThat(recipe.sizing()).isEqualTo(cover(new Anchor.Aligned(1, 0.5)));
    assertThat(recipe.flips()).isEqualTo(new Flips(true, false));
  }

  @Test
  void turnsBeforeWhatIsWrittenBehindRotateAndMirrorsFirst() {
    Recipe recipe = read("'rotate':270,'flip':true,'resize':{'width':9}");
    assertThat(recipe.input().quarterTurns()).isEqualTo(3);
    // upside down and then turned is turned and then left to right
    assertThat(recipe.flips()).isEqualTo(new Flips(true, false));
    assertThat(recipe.edits()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      textBlock =
          """
          'trim':true                  | 17
          'trim':40                    | 69
          'trim':{'threshold':0}       | 0
          'trim':{'threshold':255}     | 442
          """)
  void trimsByTheCornersColour(String edits, int tolerance) {
    assertThat(read(edits).trim()).contains(new Trim(Trim.Corner.TOP_LEFT, tolerance));
  }

  @Test
  void trimsByAColourThatIsNamed() {
    assertThat(read("'trim':{'background':'red','threshold':0}").trim())
        .contains(new Trim(new Trim.Given(Color.opaque(255, 0, 0)), 0));
  }

  @Test
  void extractsOfTheTrimmedPicture() {
    Recipe recipe = read("'trim':10,'extract':{'left':1,'top':2,'width':3,'height':4}");
    assertThat(recipe.crop()).isEmpty();
    assertThat(recipe.edits()).containsExactly(new Geometry.Cut(new Crop.Exact(1, 2, 3, 4)));
  }

  @Test
  void leavesAMarginAroundWhatIsTrimmed() {
    assertThat(read("'trim':{'margin':7}").trim()).contains(new Trim(Trim.Corner.TOP_LEFT, 17, 7));
  }

  @Test
  void resizesAndMirrorsWhatWasExtractedOfTheTrimmedPicture() {
    Recipe recipe =
        read("'trim':10,'extract':{'left':1,'top':2,'width':3,'height':4}," + BOX + ",'flop':true");
    assertThat(recipe.crop()).isEmpty();
    assertThat(recipe.sizing()).isEqualTo(Sizing.NONE);
    assertThat(recipe.flips()).isEqualTo(Flips.NONE);
    assertThat(recipe.edits())
        .containsExactly(
            new Geometry.Cut(new Crop.Exact(1, 2, 3, 4)),
            // the right of the mirrored picture
            new Geometry.Resize(cover(new Anchor.Aligned(0, 0.5))),
            new Geometry.Flip(new Flips(true, false)));
  }

  @Test
  void extractsOfTheMirroredAndTurnedPictureAndResizes() {
    Recipe recipe =
        read("'rotate':90,'flip':true,'extract':{'left':1,'top':2,'width':3,'height':4}," + BOX);
    assertThat(recipe.input().quarterTurns()).isEqualTo(1);
    assertThat(recipe.flips()).isEqualTo(new Flips(true, false));
    assertThat(recipe.edits())
        .containsExactly(
            new Geometry.Cut(new Crop.Exact(1, 2, 3, 4)),
            new Geometry.Resize(cover(new Anchor.Aligned(1, 0.5))));
  }

  @Test
  void rotatesByAnyAngleBeforeItResizes() {
    Recipe recipe = read("'rotate':30,'flop':true," + BOX);
    assertThat(recipe.sizing()).isEqualTo(Sizing.NONE);
    assertThat(recipe.flips()).isEqualTo(new Flips(true, false));
    assertThat(recipe.edits())
        .containsExactly(
            new Geometry.Rotate(30, Color.BLACK),
            new Geometry.Resize(cover(new Anchor.Aligned(1, 0.5))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      textBlock =
          """
          'rotate':45,
          'trim':9,'extract':{'left':1,'top':1,'width':30,'height':20},
          'rotate':90,'flop':true,'extract':{'left':1,'top':1,'width':30,'height':20},
          """)
  void looksForThePartToKeepWherePicturesAreResizedLate(String before) {
    for (Anchor anchor : List.of(new Anchor.Entropy(), new Anchor.Smart())) {
      String position = anchor instanceof Anchor.Entropy ? "entropy" : "attention";
      Recipe recipe =
          read(before + "'resize':{'width':9,'height':9,'position':'" + position + "'}");
      assertThat(recipe.edits()).contains(new Geometry.Resize(cover(anchor)));
      assertThat(recipe.needs().faces()).isEqualTo(position.equals("attention"));
    }
  }

  @Test
  void resizesByTheKernelThatIsNamed() {
    Recipe recipe =
        read(
            "'extract':{'left':1,'top':2,'width':3,'height':4},'resize':{'width':9,'height':9,"
                + "'position':'right','kernel':'nearest'},'flop':true");
    assertThat(recipe.sizing()).isEqualTo(Sizing.NONE);
    assertThat(recipe.edits())
        .containsExactly(
            new Geometry.Cut(new Crop.Exact(1, 2, 3, 4)),
            new Geometry.Resample(
                new Geometry.Resize(cover(new Anchor.Aligned(0, 0.5))), Kernel.NEAREST),
            new Geometry.Flip(new Flips(true, false)));
    assertThat(read("'resize':{'width':9,'kernel':'lanczos3'}"))
        .isEqualTo(read("'resize':{'width':9}"));
  }

  @Test
  void joinsChannelsToTheScaledPictureBeforeItIsCroppedToTheBox() {
    String join = "'joinChannel':{'key':'a'}";
    var joined =
        new Drawing.JoinChannels(
            false, true, List.of(new Drawing.JoinChannels.Joined.Picture("a")));
    var box = new Geometry.Cut(new Crop.AtMost(9, 9, new Anchor.Aligned(1, 0.5)));
    Recipe plain = read(join + ",'flop':true," + BOX);
    assertThat(plain.sizing().fit()).isEqualTo(Fit.OUTSIDE);
    assertThat(plain.flips()).isEqualTo(new Flips(true, false));
    assertThat(plain.edits()).containsExactly(joined, box);
    assertThat(read(BOX + ",'rotate':90," + join).edits())
        .containsExactly(new Geometry.QuarterTurn(1), joined, box);
    Recipe late = read("'rotate':30," + join + "," + BOX);
    assertThat(late.edits())
        .containsExactly(
            new Geometry.Rotate(30, Color.BLACK), new Geometry.Resize(plain.sizing()), joined, box);
    assertThat(read(join + ",'resize':{'width':9,'height':9,'position':'entropy'}").edits())
        .containsExactly(joined, new Geometry.Resize(cover(new Anchor.Entropy())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      textBlock =
          """
          'resize':{'width':0}             | InvalidResizeException | edits.resize.width: expected 1..
          'resize':{'height':-5}           | InvalidResizeException | edits.resize.height: expected 1..
          'resize':{'width':1e300}         | InvalidResizeException | edits.resize.width: expected 1..
          'resize':{'width':'abc'}         | | edits.resize.width: expected a number but received abc
          'resize':{'ratio':-1}            | InvalidResizeException | edits.resize.ratio: expected
          'resize':{'fit':'squash'}        | | edits.resize.fit: expected one of contain, cover
          'resize':{'position':9}          | | edits.resize.position: expected one of
          'resize':{'width':9,'kernel':'hat'} | | edits.resize.kernel: expected one of cubic, lanczos2
          'resize':{'heigth':9}            | | edits.resize.heigth: not known (did you mean height?)
          'resize':[9]                     | | edits.resize: expected an object but received [9]
          'crop':{'left':-1,'top':0,'width':1,'height':1} | Crop::AreaOutOfBounds | edits.crop.left:
          'crop':{'left':0,'top':0,'width':0,'height':1} | Crop::AreaOutOfBounds | edits.crop.width:
          'crop':{'left':0,'top':0,'width':1} | | edits.crop.height: expected a value
          'rotate':'abc'                   | | edits.rotate: expected a number but received abc
          'rotate':45,'trim':9             | | edits.rotate: expected a multiple of 90 together with trim
          'rotate':45,'smartCrop':true,'resize':{'width':9,'height':9,'position':'entropy'} | | edits.resize: expected another position than entropy
          'trim':-1                        | | edits.trim: expected a threshold of 0 or more
          'trim':{'margin':-1}             | | edits.trim: expected a trim margin 0..1000000
          """)
  void namesWhatIsWrong(String edits, String code, String message) {
    assertThatThrownBy(() -> read(edits))
        .isInstanceOfSatisfying(
            TintypeException.class,
            e -> assertThat(e.code().orElse("")).isEqualTo(code == null ? "" : code))
        .hasMessageStartingWith(message);
  }

  @Test
  void refusesExtractsThatReachOutsideOfThePicture() {
    Recipe recipe = read("'crop':{'left':10,'top':10,'width':99989,'height':99989}");
    assertThatThrownBy(() -> PLANNER.plan(recipe, source(800, 533), Findings.NONE))
        .extracting(e -> ((TintypeException) e).code().orElse(""))
        .isEqualTo("Crop::AreaOutOfBounds");
  }

  private static Sizing cover(Anchor anchor) {
    return new Sizing(new Length.Pixels(9), new Length.Pixels(9), Fit.COVER, anchor, false, true);
  }

  private static SourceInfo source(int width, int height) {
    return new SourceInfo(
        Format.JPEG, new Size(width, height), Orientation.TOP_LEFT, 1, false, false, 1);
  }
}
