package io.tintype.requests.sih;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Blend;
import io.tintype.imaging.Color;
import io.tintype.imaging.Crop;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Drawing.JoinChannels.Joined;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Offset;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import io.tintype.imaging.Tone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EditsReaderTest {

  private static final Edit GREY = new Tone.Modulate(1, 0, 0, 0);
  private static final List<Double> ONES = Collections.nCopies(9, 1.0);

  static Stream<Arguments> single() {
    return Stream.of(
        of("'flatten':true", new Drawing.Background(Color.BLACK)),
        of("'flatten':{'background':'#ff0'}", new Drawing.Background(color(255, 255, 0))),
        of(
            "'flatten':{'background':{'r':1.5,'g':300,'b':-4}}",
            new Drawing.Background(color(2, 255, 0))),
        of("'flatten':{'background':'rgba(1, 2, 3, 0.5)'}", new Drawing.Background(color(1, 2, 3))),
        of(
            "'flatten':{'background':'hsl(120, 100%, 50%)'}",
            new Drawing.Background(color(0, 255, 0))),
        of("'greyscale':true", GREY),
        of("'grayscale':'true'", GREY),
        of("'toColourspace':'b-w'", GREY),
        of("'affine':[1,0.5,0,2]", new Geometry.Affine(1, 0.5, 0, 2, Color.BLACK)),
        of("'affine':[[1,2],[-3,4]]", new Geometry.Affine(1, 2, -3, 4, Color.BLACK)),
        of("'extend':7", new Geometry.Pad(7, 7, 7, 7, Color.BLACK)),
        of(
            "'extend':{'top':1,'left':2,'bottom':3,'right':4,'background':'red'}",
            new Geometry.Pad(2, 1, 4, 3, color(255, 0, 0))),
        of(
            "'extend':{'top':1,'extendWith':'mirror'}",
            new Geometry.Extend(0, 1, 0, 0, Geometry.Extend.With.MIRROR)),
        of("'median':true", new Detail.Median(3)),
        of("'median':5", new Detail.Median(5)),
        of("'threshold':true", new Tone.Threshold(128, true)),
        of("'threshold':'77'", new Tone.Threshold(77, true)),
        of("'blur':true", new Detail.Convolve(3, 3, ONES, 9, 0)),
        of("'blur':2.5", new Detail.Blur(2.5)),
        of("'blur':{'sigma':4,'precision':'float'}", new Detail.Blur(4)),
        of("'unflatten':true", new Tone.Unflatten()),
        of(
            "'convolve':{'width':3,'height':3,'kernel':[1,1,1,1,1,1,1,1,1]}",
            new Detail.Convolve(3, 3, ONES, 9, 0)),
        of(
            "'convolve':{'width':3,'height':3,'kernel':[1,1,1,1,1,1,1,1,1],'scale':-2,'offset':5}",
            new Detail.Convolve(3, 3, ONES, 1, 5)),
        of(
            "'recomb':[[1,0,0],[0,1,0],[0,0,1]]",
            new Tone.Recomb(List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0))),
        of(
            "'modulate':{'brightness':2,'hue':540,'lightness':-3}",
            new Tone.Modulate(2, 1, 180, -3)),
        of(
            "'sharpen':true",
            new Detail.Convolve(
                3, 3, List.of(-1.0, -1.0, -1.0, -1.0, 32.0, -1.0, -1.0, -1.0, -1.0), 24, 0)),
        of("'sharpen':3.5", new Detail.Sharpen(3.5)),
        of(
            "'sharpen':{'sigma':2,'m1':0,'m2':3,'x1':3,'y2':15,'y3':15}",
            new Detail.Sharpen(2, 0, 3, 3, 15, 15)),
        of("'linear':1.2", new Tone.Linear(List.of(1.2), List.of(0.0))),
        of(
            "'linear':{'a':[1,2,3],'b':[4,5,6]}",
            new Tone.Linear(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0))),
        of("'normalise':true", new Tone.Normalise(1, 99)),
        of("'normalize':{'lower':5}", new Tone.Normalise(5, 99)),
        of("'clahe':{'width':3,'height':4}", new Detail.Clahe(3, 4, 3)),
        of(
            "'boolean':{'bucket':'bu-1','key':'a b.png','operator':'eor'}",
            new Drawing.Combine("s3:bu-1/a%20b.png", Tone.Bitwise.EOR)),
        of("'joinChannel':{'key':'a.png'}", joining(false, true, new Joined.Picture("a.png"))),
        of(
            "'joinChannel':[{'bucket':'bu-1','key':'a'},{'create':"
                + "{'width':9,'height':'8','channels':4,'background':'#10203040'}}]",
            joining(
                false,
                true,
                new Joined.Picture("s3:bu-1/a"),
                new Joined.Plane(new Size(9, 8), new Color(16, 32, 48, 64), true))),
        of(
            "'joinChannel':{'create':{'width':9,'height':8,'channels':3,'background':'#10203040'}}",
            joining(false, true, new Joined.Plane(new Size(9, 8), color(16, 32, 48), false))),
        of("'bandbool':'and'", new Tone.Bandbool(Tone.Bitwise.AND)),
        of("'tint':{'r':25.5,'g':51,'b':-76.5}", new Tone.Tint(color(26, 51, 0))),
        of("'removeAlpha':true", new Tone.RemoveAlpha()),
        of("'ensureAlpha':0.5", new Tone.EnsureAlpha(0.5)),
        of("'extractChannel':'green'", new Tone.ExtractChannel(Tone.Channel.GREEN)),
        of("'extractChannel':3", new Tone.ExtractChannel(Tone.Channel.ALPHA)),
        of("'negate':true", new Tone.Negate(true)),
        of("'negate':{'alpha':false}", new Tone.Negate(false)),
        of("'roundCrop':true", round(0, 0, 0, 0)),
        of("'roundCrop':{'left':9,'top':0,'rx':7.4,'ry':5}", round(9, 0, 7, 5)),
        of("'smartCrop':true", new Geometry.Cut(new Crop.Face(0, 0))),
        of("'smartCrop':{'faceIndex':1,'padding':40}", new Geometry.Cut(new Crop.Face(1, 40))),
        of(
            "'overlayWith':{'bucket':'bu-1','key':'a.png','alpha':'50','wRatio':20,'hRatio':'x',"
                + "'options':{'left':'50p','top':-10,'blend':'color-dodge'}}",
            new Drawing.Watermark(
                "s3:bu-1/a.png",
                new Offset.Percent(50),
                new Offset.Pixels(-10),
                50,
                Optional.of(20),
                Optional.empty(),
                Blend.COLOUR_DODGE)),
        of(
            "'overlayWith':{'key':'a.png','options':{'gravity':'southeast'}}",
            watermark(new Offset.Far(0), new Offset.Far(0))),
        of(
            "'overlayWith':{'key':'a.png','options':{'gravity':'north','left':3}}",
            watermark(new Offset.Pixels(3), new Offset.Center())),
        of(
            "'overlayWith':{'key':'a.png','alpha':101,'options':{'tile':true}}",
            watermark(new Offset.Repeat(), new Offset.Repeat())));
  }

  @ParameterizedTest
  @MethodSource("single")
  void readsEveryEdit(String edits, Edit expected) {
    assertThat(read(edits).edits()).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      textBlock =
          """
          'flatten':false
          'extend':{'top':0}
          'threshold':0
          'threshold':false
          'blur':false
          'gamma':2.2
          'gamma':true
          'grayscale':'false'
          'grayscale':null
          'rotate':null
          'rotate':''
          'rotate':'null'
          'rotate':720
          'stripExif':true,'stripIcc':true
          'toColourspace':'srgb'
          'animated':true
          'resize':{'fit':'inside'}
          """)
  void readsWhatChangesNothing(String edits) {
    assertThat(read(edits)).isEqualTo(read("'flip':false"));
  }

  @Test
  void ordersEditsAsSharpDoesWhateverTheirOrderInTheJson() {
    List<String> edits =
        new ArrayList<>(
            List.of(
                "'flatten':true",
                "'gamma':2",
                "'greyscale':true",
                "'extend':1",
                "'median':3",
                "'threshold':9",
                "'blur':1",
                "'unflatten':true",
                "'convolve':{'width':3,'height':3,'kernel':[1,1,1,1,1,1,1,1,1]}",
                "'recomb':[[1,0,0],[0,1,0],[0,0,1]]",
                "'modulate':{'saturation':2}",
                "'sharpen':1",
                "'overlayWith':{'key':'a'}",
                "'linear':2",
                "'normalise':true",
                "'clahe':{'width':3,'height':3}",
                "'boolean':{'key':'b','operator':'or'}",
                "'bandbool':'or'",
                "'tint':'red'",
                "'removeAlpha':true",
                "'ensureAlpha':1",
                "'extractChannel':0",
                "'negate':true"));
    List<Class<?>> expected =
        List.of(
            Drawing.Background.class,
            Tone.Gamma.class,
            Tone.Modulate.class,
            Geometry.Pad.class,
            Detail.Median.class,
            Tone.Threshold.class,
            Detail.Blur.class,
            Tone.Unflatten.class,
            Detail.Convolve.class,
            Tone.Recomb.class,
            Tone.Modulate.class,
            Detail.Sharpen.class,
            Drawing.Watermark.class,
            Tone.Gamma.class,
            Tone.Linear.class,
            Tone.Normalise.class,
            Detail.Clahe.class,
            Drawing.Combine.class,
            Tone.Bandbool.class,
            Tone.Tint.class,
            Tone.RemoveAlpha.class,
            Tone.EnsureAlpha.class,
            Tone.ExtractChannel.class,
            Tone.Negate.class);
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(edits, random);
      List<Edit> read = read(String.join(",", edits)).edits();
      assertThat(read.stream().<Class<?>>map(Edit::getClass).toList()).isEqualTo(expected);
      assertThat(read).contains(new Tone.Gamma(2), new Tone.Gamma(0.5));
    }
  }

  @Test
  void joinsWhatFlattenAndGreyscaleHaveLeft() {
    assertThat(read("'joinChannel':{'key':'a'},'flatten':true,'grayscale':true").edits())
        .containsExactly(
            new Drawing.Background(Color.BLACK),
            GREY,
            joining(true, false, new Joined.Picture("a")));
  }

  @Test
  void editsTheRoundPictureWithWhatIsWrittenBehindRoundCrop() {
    Recipe recipe =
        read("'blur':1,'roundCrop':true,'resize':{'width':9},'negate':true,'flatten':true");
    assertThat(recipe.edits())
        .containsExactly(
            new Detail.Blur(1),
            round(0, 0, 0, 0),
            new Drawing.Background(Color.BLACK),
            new Tone.Negate(true));
  }

  @Test
  void readsStillsOfAnimations() {
    assertThat(read("'animated':false").input().maxFrames()).isEqualTo(1);
    assertThat(read("'blur':1").input().maxFrames()).isEqualTo(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      textBlock =
          """
          'affine':[1,0,0]           | edits.affine: expected 4 numbers, or 2 lists of 2 but received [1,0,0]
          'affine':[1,2,2,4]         | edits.affine: expected a matrix that doesn't flatten the picture
          'joinChannel':'a.png'      | edits.joinChannel: expected {bucket, key} or {create} but received a.png
          'joinChannel':[]           | edits.joinChannel: expected pictures to join 1..8 but received 0
          'joinChannel':[{'key':'a'},true] | edits.joinChannel[1]: expected {bucket, key} or {create}
          'joinChannel':{'text':{}}  | edits.joinChannel.key: expected a value but received nothing
          'joinChannel':{'key':'a','create':{}} | edits.joinChannel.create.channels: expected a value
          'joinChannel':{'create':{'width':0,'height':9,'channels':3,'background':'red'}} | edits.joinChannel.create.width: expected 1..
          'joinChannel':{'create':{'width':9,'height':9,'channels':2,'background':'red'}} | edits.joinChannel.create.channels: expected one of 3, 4
          'blur':0                   | edits.blur: expected a sigma 0.3..150 but received 0
          'blur':151                 | edits.blur: expected a blur sigma above 0 and at most 150
          'blur':'abc'               | edits.blur: expected a number but received abc
          'blur':{}                  | edits.blur.sigma: expected a value but received nothing
          'blur':[]                  | edits.blur: expected a number but received []
          'gamma':4                  | edits.gamma: expected a gamma 1..3 but received 4
          'median':51                | edits.median: expected a median of pixels a side 1..50
          'median':2.5               | edits.median: expected a whole number but received 2.5
          'sharpen':{'sigma':11}     | edits.sharpen: expected a sharpen sigma 0.01..10
          'sharpen':{'sigma':1,'m3':1} | edits.sharpen.m3: not known
          'tint':'reddish'           | edits.tint: expected a colour as in CSS, or {r, g, b}
          'tint':{'r':1,'g':2}       | edits.tint.b: expected a value but received nothing
          'tint':'rgb(1,,2)'         | edits.tint: expected a colour
          'recomb':[[1,0],[0,1]]     | edits.recomb: expected 3 lists of 3 numbers
          'linear':[1,2]             | edits.linear: expected a number but received [1,2]
          'linear':{'a':[1,2],'b':[1,2]} | edits.linear: expected 1 or 3 factors
          'convolve':{'kernel':[1],'width':3,'height':3} | edits.convolve: expected 9 kernel weights
          'convolve':{'kernel':[1,'x'],'width':3,'height':3} | edits.convolve.kernel[1]: expected
          'bandbool':'nand'          | edits.bandbool: expected one of and, eor, or
          'extractChannel':4         | edits.extractChannel: expected one of
          'toColourspace':'cmyk'     | edits.toColourspace: expected srgb or b-w
          'overlayWith':{}           | edits.overlayWith.key: expected a value
          'overlayWith':{'key':'a','wRatio':0} | edits.overlayWith: expected a watermark ratio 1..100
          'overlayWith':{'key':'a','options':{'left':'120p'}} | edits.overlayWith.options.left: expected
          'overlayWith':{'key':'a','options':{'left':'middle'}} | edits.overlayWith.options.left: expected
          'overlayWith':{'key':'a','options':{'blend':'mix'}} | edits.overlayWith.options.blend: expected
          'smartCrop':{'faceIndex':-1} | edits.smartCrop.faceIndex: expected 0 or more
          'extend':-1                | edits.extend: expected borders of 0 pixels or more
          'extend':{'extendWith':'x'} | edits.extend.extendWith: expected one of
          'contentModeration':{'minConfidence':101} | edits.contentModeration.minConfidence: expected
          'contentModeration':{'blur':0} | edits.contentModeration.blur: expected a blur
          'animated':'maybe'         | edits.animated: expected true or false
          """)
  void namesWhatIsWrong(String edits, String message) {
    assertThatThrownBy(() -> read(edits)).hasMessageStartingWith(message);
  }

  static Recipe read(String edits) {
    String json = "{\"key\":\"a.jpg\",\"edits\":{" + edits.replace('\'', '"') + "}}";
    return JsonRequestTest.parse(json, Map.of(), io.tintype.requests.Dialect.TINTYPE).recipe();
  }

  private static Arguments of(String edits, Edit expected) {
    return Arguments.of(edits, expected);
  }

  private static Color color(int red, int green, int blue) {
    return Color.opaque(red, green, blue);
  }

  private static Edit joining(boolean grey, boolean alpha, Joined... others) {
    return new Drawing.JoinChannels(grey, alpha, List.of(others));
  }

  private static Edit watermark(Offset x, Offset y) {
    return new Drawing.Watermark("a.png", x, y, 0, Optional.empty(), Optional.empty());
  }

  private static Edit round(int x, int y, int radiusX, int radiusY) {
    return new Drawing.Ellipse(given(x), given(y), given(radiusX), given(radiusY));
  }

  private static Optional<Integer> given(int value) {
    return Optional.of(value).filter(number -> number > 0);
  }
}
