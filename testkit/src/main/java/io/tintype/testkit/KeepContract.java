package io.tintype.testkit;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Format;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Output;
import io.tintype.imaging.Source;
import io.tintype.imaging.metadata.Exif;
import io.tintype.imaging.metadata.ExifValue;
import io.tintype.imaging.metadata.IccFacts;
import io.tintype.imaging.metadata.Iptc;
import io.tintype.imaging.metadata.MetadataBlocks;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Of a source's metadata what is asked for is written, and nothing else.
interface KeepContract extends EngineUnderTest {

  @Test
  default void keepsOnlyWhoMadeAPictureAndWhoMayUseIt() {
    byte[] file = Described.jpeg(Orientation.RIGHT_TOP);
    for (Format format : List.of(Format.JPEG, Format.PNG, Format.WEBP, Format.TIFF, Format.AVIF)) {
      if (engine().capabilities().writes().contains(format)) {
        MetadataBlocks kept = kept(file, Output.Keep.COPYRIGHT, format);
        if (format != Format.TIFF) {
          Exif exif = kept.exif().flatMap(Exif::of).orElseThrow();
          assertThat(exif.value("Image", "Artist"))
              .as("%s", format)
              .contains(new ExifValue.Text("A. Person"));
          assertThat(exif.value("Image", "Copyright")).contains(new ExifValue.Text("(c) them"));
          assertThat(exif.value("Image", "Make")).as("%s", format).isEmpty();
          assertThat(exif.groups()).doesNotContainKeys("GPSInfo", "Thumbnail");
        }
        assertThat(text(kept.xmp()))
            .as("%s", format)
            .contains("<rdf:li>A. Person</rdf:li>", "xmpRights:WebStatement", "all &amp; sundry")
            .doesNotContain("Orientation", "Springfield");
        assertThat(kept.icc()).as("%s", format).isEmpty();
        if (format == Format.JPEG) {
          Iptc iptc = Iptc.of(kept.iptc().orElseThrow());
          assertThat(iptc.texts(2, 80)).containsExactly("A. Person");
          assertThat(iptc.texts(2, 116)).containsExactly("(c) them");
          assertThat(iptc.dataSets()).hasSize(2);
        }
      }
    }
  }

  @Test
  default void keepsEverythingButOrientationAndPreview() {
    byte[] file = Described.jpeg(Orientation.RIGHT_TOP);
    for (Format format : List.of(Format.JPEG, Format.PNG, Format.WEBP, Format.AVIF)) {
      if (engine().capabilities().writes().contains(format)) {
        byte[] written = written(file, Output.Keep.EVERYTHING, format);
        assertThat(inspect(written).orientation()).isEqualTo(Orientation.TOP_LEFT);
        assertThat(inspect(written).size()).isEqualTo(inspect(file).size());
        MetadataBlocks kept = MetadataBlocks.of(Source.of(written));
        Exif exif = kept.exif().flatMap(Exif::of).orElseThrow();
        assertThat(exif.value("Image", "Make")).as("%s", format).isPresent();
        assertThat(exif.value("GPSInfo", "GPSLatitude")).as("%s", format).isPresent();
        assertThat(exif.value("Image", "Orientation"))
            .as("%s", format)
            .isIn(Optional.empty(), Optional.of(new ExifValue.One(1)));
        assertThat(new String(written, StandardCharsets.ISO_8859_1))
            .as("%s", format)
            .doesNotContain(Described.PREVIEW);
        assertThat(text(kept.xmp())).contains("Springfield").doesNotContain("Orientation=\"6\"");
        assertThat(kept.icc()).as("%s", format).isPresent();
      }
    }
  }

  @Test
  default void leavesPixelsInTheColoursOfAKeptProfile() {
    for (byte[] file : List.of(Fixtures.iccPng(), Fixtures.iccJpeg())) {
      for (Format format : List.of(Format.PNG, Format.JPEG)) {
        byte[] written = written(file, Output.Keep.PROFILE, format);
        MetadataBlocks kept = MetadataBlocks.of(Source.of(written));
        boolean rgb =
            MetadataBlocks.of(Source.of(file))
                .icc()
                .flatMap(IccFacts::of)
                .filter(facts -> facts.colorSpace().equals("RGB"))
                .isPresent();
        assertThat(kept.icc().isPresent()).isEqualTo(rgb);
        // The JDK converts by the profile when it decodes, so either way it is the same grey.
        byte[] bare = written(file, Output.Keep.NOTHING, format);
        assertThatPicture(bare).within(3).shows(Fixtures.ICC_GREY, 5, 5);
        if (rgb) {
          assertThat(Described.withoutProfile(written).at(5, 5).red()).isBetween(53, 57);
        }
      }
    }
  }

  @Test
  default void writesGifsWithoutMetadataAndInSrgb() {
    byte[] written = written(Fixtures.iccPng(), Output.Keep.EVERYTHING, Format.GIF);
    assertThat(Metadata.in(written)).isEmpty();
    assertThatPicture(written).within(3).shows(Fixtures.ICC_GREY, 5, 5);
  }

  @Test
  default void keepsNothingByDefault() {
    Set<Metadata> nothing = EnumSet.noneOf(Metadata.class);
    byte[] file = Described.jpeg(Orientation.TOP_LEFT);
    assertThat(Metadata.in(written(file, Output.Keep.NOTHING, Format.JPEG))).isEqualTo(nothing);
  }

  private MetadataBlocks kept(byte[] file, Output.Keep keep, Format format) {
    return MetadataBlocks.of(Source.of(written(file, keep, format)));
  }

  private byte[] written(byte[] file, Output.Keep keep, Format format) {
    Output output = Output.AS_SOURCE.withFormat(format).withKeep(keep);
    return render(file, draft(file).output(output, format)).bytes();
  }

  private static String text(Optional<ByteBuffer> block) {
    return StandardCharsets.UTF_8.decode(block.orElseThrow().duplicate()).toString();
  }
}
