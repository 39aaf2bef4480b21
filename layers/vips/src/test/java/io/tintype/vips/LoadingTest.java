package io.tintype.vips;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Format;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Output;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.testkit.Encodings;
import io.tintype.testkit.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Library.class)
class LoadingTest {

  private static final Size SIZE = new Size(64, 48);

  /// libvips says so under a name that it could change.
  @Test
  void knowsFilesThatHaveACoarsePictureFirst() {
    assertThat(interlaced(Fixtures.jpeg(SIZE))).isFalse();
    assertThat(interlaced(Fixtures.png(SIZE))).isFalse();
    assertThat(interlaced(Fixtures.progressiveJpeg())).isTrue();
    assertThat(interlaced(interlacedPng())).isTrue();
  }

  private static byte[] interlacedPng() {
    byte[] file = Fixtures.png(SIZE);
    var output = Output.AS_SOURCE.withEncoding(Encodings.PROGRESSIVE);
    var draft = Rendered.draft(Library.engine(), file).output(output, Format.PNG);
    return Rendered.one(Library.engine(), file, draft).bytes();
  }

  private static boolean interlaced(byte[] file) {
    Source source = Source.of(file);
    try (var bytes = NativeBytes.of(source);
        var scope = new Scope(Library.engine().vips)) {
      var loading = new Loading(bytes.segment(), Library.engine().inspect(source, Limits.DEFAULT));
      return loading.page(scope, 0, 1).interlaced();
    }
  }
}
