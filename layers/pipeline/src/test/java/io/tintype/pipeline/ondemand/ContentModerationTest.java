package io.tintype.pipeline.ondemand;

import static io.tintype.pipeline.ondemand.LookOnDemandTest.json;
import static io.tintype.pipeline.ondemand.LookOnDemandTest.rig;
import static io.tintype.pipeline.ondemand.Rig.CAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Detail;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.TextEngine;
import io.tintype.pipeline.moderation.Label;
import io.tintype.pipeline.moderation.Labels;
import io.tintype.pipeline.moderation.Look;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Serverless Image Handler's `contentModeration`.
class ContentModerationTest {

  private static final ObjectRef BEER = new ObjectRef("originals", "library/beer.jpg");
  private static final Label DRINK = new Label("Alcoholic Beverages", "Alcohol", 2, 80);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true                                                        | 50
          {"minConfidence":80,"blur":12}                              | 12
          {"minConfidence":81}                                        |
          {"moderationLabels":["Alcohol"],"blur":7}                   | 7
          {"moderationLabels":["Violence","Alcoholic Beverages"]}     | 50
          {"moderationLabels":["Violence"]}                           |
          """)
  void looksOnceAndBlursAsAsked(String wish, Double sigma) {
    Rig rig = rig(Map.of("TINTYPE_MODERATION_RULES", "uploads/=flag"));
    rig.originals.put(BEER, TextEngine.picture("beer"));
    rig.eyes.see(DRINK);
    String path = json(BEER.key(), "{\"contentModeration\":" + wish + "}");

    for (int i = 0; i < 2; i++) {
      rig.get(path);
      assertThat(rig.edits())
          .isEqualTo(sigma == null ? List.<Edit>of() : List.<Edit>of(new Detail.Blur(sigma)));
    }

    assertThat(rig.eyes.labelCalls()).isEqualTo(1);
  }

  @Test
  void asksOnceMoreForLabelsThatAreLessThanHalfSure() {
    Rig rig = rig(Map.of("TINTYPE_MODERATION_RULES", "uploads/=flag"));
    rig.originals.put(BEER, TextEngine.picture("beer"));
    rig.eyes.see(new Label("Smoking", "", 1, 30));

    for (int confidence : new int[] {75, 40, 31, 30, 12}) {
      rig.get(json(BEER.key(), "{\"contentModeration\":{\"minConfidence\":" + confidence + "}}"));
      assertThat(rig.edits()).hasSize(confidence <= 30 ? 1 : 0);
    }

    assertThat(rig.eyes.labelCalls()).isEqualTo(2);
  }

  @Test
  void needsOneLookForFacesAndLabels() {
    Rig rig = rig(Map.of("TINTYPE_MODERATION_RULES", "uploads/=flag", "TINTYPE_FACES", "true"));
    rig.originals.put(BEER, TextEngine.picture("beer"));

    rig.get(json(BEER.key(), "{\"contentModeration\":true,\"smartCrop\":true}"));

    assertThat(rig.eyes.labelCalls()).isEqualTo(1);
    assertThat(rig.eyes.faceCalls()).isEqualTo(1);
  }

  @Test
  void saysWhichSettingIsOff() {
    Rig rig = rig(Map.of("TINTYPE_FACES", "true"));

    assertThatThrownBy(() -> rig.get(json(CAT.key(), "{\"contentModeration\":true}")))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_REQUEST))
        .hasMessageContaining("TINTYPE_MODERATION is off");
    assertThat(rig.eyes.labelCalls()).isZero();
    assertThat(rig.renditions()).isEmpty();
  }

  @Test
  void goesByWhatIsInTheRecordThoughModerationIsOff() {
    Rig rig = rig(Map.of());
    var labels = new Labels(List.of(DRINK), "7.0");
    rig.known(CAT, new Look(Optional.of(labels), Optional.empty()));

    rig.get(json(CAT.key(), "{\"contentModeration\":{\"blur\":9}}"));

    assertThat(rig.edits()).isEqualTo(List.<Edit>of(new Detail.Blur(9)));
  }

  @Test
  void isNotCarriedOutWhereNobodyCanLook() {
    Rig rig = rig(Map.of("TINTYPE_MODERATION_RULES", "uploads/=flag"));
    rig.originals.put(BEER, TextEngine.picture("beer"));
    rig.eyes.fail(1);

    assertThatThrownBy(() -> rig.get(json(BEER.key(), "{\"contentModeration\":true}")))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
    assertThat(rig.renditions()).isEmpty();
  }
}
