package io.tintype.requests.sih;

import static io.tintype.requests.sih.EditsReaderTest.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Encoding;
import io.tintype.imaging.Format;
import io.tintype.imaging.Output;
import io.tintype.imaging.TintypeException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      textBlock =
          """
          'blur':1                                      |      |
          'toFormat':'jpg'                              | JPEG |
          'toFormat':'heic'                             | HEIF |
          'jpeg':{'quality':40}                         | JPEG | 40
          'jpeg':{'quality':40},'webp':{'quality':50}   | WEBP | 50
          'webp':{'quality':50},'jpeg':true             | JPEG |
          'jpeg':{'quality':40},'toFormat':'webp'       | WEBP |
          'webp':{'quality':40},'toFormat':'webp'       | WEBP | 40
          'jpeg':{'quality':40,'force':false}           |      | 40
          'png':{'quality':0}                           | PNG  | 1
          'heif':{'compression':'av1','quality':33}     | AVIF | 33
          'avif':{'quality':'33'}                       | AVIF | 33
          'tiff':{'compression':'lzw'}                  | TIFF |
          """)
  void choosesFormatAndQuality(String edits, Format format, Integer quality) {
    Output output = read(edits).output();
    assertThat(output.format()).isEqualTo(Optional.ofNullable(format));
    assertThat(output.quality()).isEqualTo(Optional.ofNullable(quality));
  }

  @Test
  void readsHowFormatsAreEncoded() {
    assertThat(
            encoding("'jpeg':{'mozjpeg':true,'chromaSubsampling':'4:4:4','optimiseCoding':true}"))
        .isEqualTo(encoding(true, true, true, false, 0, 0));
    assertThat(encoding("'jpeg':{'optimizeScans':true}"))
        .isEqualTo(encoding(true, false, false, false, 0, 0));
    assertThat(encoding("'webp':{'lossless':true,'effort':6,'nearLossless':true}"))
        .isEqualTo(encoding(false, false, false, true, 6, 0));
    assertThat(encoding("'png':{'palette':true,'effort':10}"))
        .isEqualTo(encoding(false, false, false, false, 9, 256));
    assertThat(encoding("'gif':{'colours':16,'effort':1}").colors()).contains(16);
    assertThat(encoding("'png':{'quality':90,'palette':false}").colors()).isEmpty();
    Encoding animated = encoding("'webp':{'loop':3,'delay':[50,50]}");
    assertThat(animated.loops()).contains(3);
    assertThat(animated.delayMillis()).contains(50);
    Encoding palette = encoding("'png':{'dither':0.5,'compressionLevel':9}");
    assertThat(palette.dither()).contains(0.5);
    assertThat(palette.compression()).contains(9);
    assertThat(palette.colors()).contains(256);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      textBlock =
          """
          'jpeg':{'quality':0}          | edits.jpeg.quality: expected a quality 1..100
          'jpeg':{'quality':101}        | edits.jpeg.quality: expected a quality 1..100
          'jpeg':{'qualty':50}          | edits.jpeg.qualty: not known (did you mean quality?)
          'jpeg':{'chromaSubsampling':'4:1:1'} | edits.jpeg.chromaSubsampling: expected one of
          'webp':{'effort':7}           | edits.webp.effort: expected an effort 0..6
          'gif':{'effort':0}            | edits.gif.effort: expected an effort 1..10
          'gif':{'delay':[1,2]}         | edits.gif.delay: expected one delay for all frames
          'gif':{'loop':65536}          | edits.gif: expected animation loops 0..65535
          'png':{'colors':257}          | edits.png: expected a palette of colours 2..256
          'png':7                       | edits.png: expected an object
          'toFormat':'raw'              | edits.toFormat: expected jpeg, png
          'toFormat':7                  | edits.toFormat: expected a text
          """)
  void namesWhatIsWrong(String edits, String message) {
    assertThatThrownBy(() -> read(edits))
        .isInstanceOf(TintypeException.class)
        .hasMessageStartingWith(message);
  }

  private static Encoding encoding(String edits) {
    return read(edits).output().encoding();
  }

  private static Encoding encoding(
      boolean progressive,
      boolean smallest,
      boolean fullColor,
      boolean lossless,
      int effort,
      int colors) {
    return new Encoding(
        progressive,
        smallest,
        fullColor,
        lossless,
        Optional.of(effort).filter(value -> value > 0),
        Optional.of(colors).filter(value -> value > 0),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
