package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tintype.imaging.Capabilities;
import io.tintype.imaging.Color;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Format;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Planner;
import io.tintype.imaging.Size;
import io.tintype.imaging.SourceInfo;
import io.tintype.requests.MetaFields.Computed;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetaFieldsTest {

  private static final SourceInfo PHOTO =
      new SourceInfo(
          Format.PNG, new Size(800, 600), Orientation.ofExif(1), 1, true, false, 123_456);

  @Test
  void saysWhatWouldBeDoneAsThumborAndWhatComesOutAsImagor() throws Exception {
    assertThat(json("/unsafe/meta/-300x-200/filters:focal(700x10:780x50)/a.png", Computed.NOTHING))
        .isEqualTo(
            """
            {"thumbor":{"source":{"url":"a.png","width":800,"height":600,"frameCount":1},\
            "operations":[{"type":"crop","left":0,"top":0,"right":800,"bottom":533},\
            {"type":"resize","width":300,"height":200},{"type":"flip_horizontally"},\
            {"type":"flip_vertically"}],"target":{"width":300,"height":200},\
            "focal_points":[{"x":740.0,"y":30.0,"z":3200.0,"height":40,"width":80,\
            "origin":"explicit"}]},"format":"png","content_type":"image/png","width":300,\
            "height":200,"orientation":1,"pages":1,"bands":4,"exif":{}}\
            """);
  }

  @Test
  void aPictureAsItIsNeedsNoOperation() throws Exception {
    assertThat(json("/unsafe/meta/filters:format(jpeg)/s3:photos/a.png", Computed.NOTHING))
        .isEqualTo(
            """
            {"thumbor":{"source":{"url":"s3:photos/a.png","width":800,"height":600,\
            "frameCount":1},"operations":[],"target":{"width":800,"height":600}},\
            "format":"jpeg","content_type":"image/jpeg","width":800,"height":600,\
            "orientation":1,"pages":1,"bands":3,"exif":{}}\
            """);
  }

  @Test
  void whatWasComputedStandsAtTheEnd() throws Exception {
    var computed =
        new Computed(
            Optional.of("LEHV6nWB2yk8"), Optional.of("3OcR"), Optional.of(Color.opaque(1, 2, 3)));
    assertThat(json("/unsafe/meta/a.png", computed))
        .contains("\"blurhash\":\"LEHV6nWB2yk8\",\"thumbhash\":\"3OcR\",\"average_color\":{")
        .contains("\"g\":2");
  }

  private static String json(String path, Computed computed) throws Exception {
    ImageRequest request =
        new RequestParser(Dialect.TINTYPE).parse(new ReceivedRequest(path, Map.of()));
    Set<Format> formats = EnumSet.of(Format.PNG, Format.JPEG);
    Plan plan =
        new Planner(new Capabilities(formats, formats, Set.of(), Set.of()), Limits.DEFAULT)
            .plan(request.recipe(), PHOTO, Findings.NONE);
    return new ObjectMapper()
        .writeValueAsString(MetaFields.of(request, plan, Findings.NONE, Map.of(), computed));
  }
}
