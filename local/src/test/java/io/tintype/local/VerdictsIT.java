package io.tintype.local;

import static io.tintype.local.ModeratedStack.status;
import static io.tintype.local.ModeratedStack.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tintype.imaging.Size;
import io.tintype.local.UrlForms.Form;
import io.tintype.testkit.Fixtures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a verdict means for viewers, whichever way they ask, whatever was shown and kept before.
class VerdictsIT {

  private static final byte[] PEOPLE = ModeratedStack.picture("group.jpg", 640);
  private static final byte[] BEER = ModeratedStack.picture("beer.jpg", 480);

  @TempDir static Path folder;

  private static ModeratedStack stack;
  private static Viewers viewers;
  private static String ground;

  @BeforeAll
  static void start() throws Exception {
    stack =
        ModeratedStack.start(
            folder,
            Map.of(
                "TINTYPE_MODERATION",
                "reject",
                "TINTYPE_MODERATION_RULES",
                "uploads/flag/=flag,uploads/blur/=blur"));
    viewers = new Viewers(stack);
    ground = stack.upload(Fixtures.gradientPng(new Size(600, 400)));
    assertThat(verdict(stack.settled(ground))).isEqualTo("APPROVED");
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void isShownInEveryFormAsAHumanHasSaid() throws Exception {
    String key = ModeratedStack.granted();
    stack.put(key, PEOPLE);
    assertThat(verdict(stack.settled(key))).isEqualTo("APPROVED");
    List<Form> old = forms(key, 240);
    Map<String, Double> sharp = viewers.warmed(old);

    stack.overrule(key, "REJECTED");
    viewers.requireNothing(old, 403);
    assertThat(status(stack.settled(key))).isEqualTo("REJECTED");
    viewers.requireNothing(old, 403);
    viewers.requireNothing(forms(key, 250), 403);

    stack.overrule(key, "BLURRED");
    assertThat(status(stack.settled(key))).isEqualTo("READY");
    viewers.requireBlurred(old, sharp);
    viewers.requireBlurred(forms(key, 260), sharp);

    stack.overrule(key, "APPROVED");
    assertThat(status(stack.settled(key))).isEqualTo("READY");
    assertThat(viewers.shown(old)).isEqualTo(sharp);

    stack.overrule(key, "BLURRED");
    viewers.requireNothingSharp(old, sharp);
    assertThat(status(stack.settled(key))).isEqualTo("READY");
    viewers.requireBlurred(old, sharp);
  }

  @Test
  void isNotMadeOutInAnEnlargedPart() throws Exception {
    String key = stack.upload(PEOPLE);
    assertThat(verdict(stack.settled(key))).isEqualTo("APPROVED");
    // Where somebody's hair ends and the forehead begins.
    String part = "/unsafe/540x146:580x186/800x800/" + key;
    assertThat(Sharpness.contrast(stack.get(part).body())).isGreaterThan(60);

    stack.overrule(key, "BLURRED");

    assertThat(status(stack.settled(key))).isEqualTo("READY");
    assertThat(Sharpness.contrast(stack.get(part).body())).isLessThan(12);
  }

  /// The edge can't know whose pictures these are.
  @Test
  void isTakenBackWhateverItsKey() throws Exception {
    String key = "uploads/album/a picture.jpg";
    stack.put(key, PEOPLE);
    assertThat(verdict(stack.settled(key))).isEqualTo("APPROVED");
    List<Form> old = forms(key, 240);
    viewers.warmed(old);

    stack.overrule(key, "REJECTED");

    viewers.requireNothing(old, 403);
    assertThat(status(stack.settled(key))).isEqualTo("REJECTED");
    viewers.requireNothing(old, 403);
  }

  /// Each line: what the policy for the key makes of it.
  @Test
  void isJudgedByThePolicyForItsKeyAlsoWhenItIsWrittenOver() throws Exception {
    requirePolicy("uploads/flag/a.jpg", "FLAGGED", "READY");
    requirePolicy("uploads/blur/a.jpg", "BLURRED", "READY");
    requirePolicy("uploads/reject/a.jpg", "REJECTED", "REJECTED");
  }

  private static void requirePolicy(String key, String verdict, String status) throws Exception {
    stack.put(key, PEOPLE);
    assertThat(verdict(stack.settled(key))).isEqualTo("APPROVED");
    List<Form> old = forms(key, 200);
    Map<String, Double> sharp = viewers.warmed(old);

    stack.put(key, BEER);

    JsonNode record = stack.recorded(key, now -> verdict(now).equals(verdict));
    assertThat(status(record)).as(record.toString()).isEqualTo(status);
    assertThat(record.at("/moderation/labels/0/name").asText()).isEqualTo("Alcohol");
    assertThat(record.at("/moderation/labels/0/confidence").asDouble()).isEqualTo(97.5);
    assertThat(record.at("/moderation/model").asText()).isEqualTo("7.0");
    // The edge is told after the record.
    ModeratedStack.eventually(
        () -> {
          switch (verdict) {
            case "FLAGGED" -> assertThat(viewers.shown(old)).isNotEqualTo(sharp);
            case "BLURRED" -> viewers.requireBlurred(old, sharp);
            default -> viewers.requireNothing(old, 403);
          }
        });
  }

  @Test
  void isNotShownBeforeItsVerdict() throws Exception {
    stack.trouble(0, 0, Duration.ofMinutes(1));
    String key = stack.upload(ModeratedStack.picture("portrait.jpg", 300));
    stack.recorded(key, record -> status(record).equals("PROCESSING"));
    List<Form> forms = forms(key, 120);

    viewers.requireNothing(forms, 404);
    assertThat(status(stack.record(key))).isEqualTo("PROCESSING");

    stack.trouble(0, 0, Duration.ZERO);
    assertThat(status(stack.settled(key))).isEqualTo("READY");
    viewers.shown(forms);
  }

  private static List<Form> forms(String key, int side) {
    List<Form> forms = new ArrayList<>(UrlForms.variants(key));
    forms.addAll(UrlForms.of(key, side, ground));
    return forms;
  }
}
