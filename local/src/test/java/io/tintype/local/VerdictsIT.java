package io.tintype.local;

import static io.tintype.local.ModeratedStack.status;
import static io.tintype.local.ModeratedStack.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tintype.imaging.Size;
import io.tintype.local.UrlForms.Answer;
import io.tintype.local.UrlForms.Form;
import io.tintype.testkit.Fixtures;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
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
    Map<String, Double> sharp = warmed(old);

    stack.overrule(key, "REJECTED");
    requireNothing(old);
    assertThat(status(stack.settled(key))).isEqualTo("REJECTED");
    requireNothing(old);
    requireNothing(forms(key, 250));

    stack.overrule(key, "BLURRED");
    assertThat(status(stack.settled(key))).isEqualTo("READY");
    requireBlurred(old, sharp);
    requireBlurred(forms(key, 260), sharp);

    stack.overrule(key, "APPROVED");
    assertThat(status(stack.settled(key))).isEqualTo("READY");
    assertThat(shown(old)).isEqualTo(sharp);

    stack.overrule(key, "BLURRED");
    requireNothingSharp(old, sharp);
    assertThat(status(stack.settled(key))).isEqualTo("READY");
    requireBlurred(old, sharp);
  }

  /// The edge can't know whose pictures these are.
  @Test
  void isTakenBackWhateverItsKey() throws Exception {
    String key = "uploads/album/a picture.jpg";
    stack.put(key, PEOPLE);
    assertThat(verdict(stack.settled(key))).isEqualTo("APPROVED");
    List<Form> old = forms(key, 240);
    warmed(old);

    stack.overrule(key, "REJECTED");

    requireNothing(old);
    assertThat(status(stack.settled(key))).isEqualTo("REJECTED");
    requireNothing(old);
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
    Map<String, Double> sharp = warmed(old);

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
            case "FLAGGED" -> assertThat(shown(old)).isNotEqualTo(sharp);
            case "BLURRED" -> requireBlurred(old, sharp);
            default -> requireNothing(old);
          }
        });
  }

  @Test
  void isNotShownBeforeItsVerdict() throws Exception {
    stack.trouble(0, 0, Duration.ofMinutes(1));
    String key = stack.upload(ModeratedStack.picture("portrait.jpg", 300));
    stack.recorded(key, record -> status(record).equals("PROCESSING"));
    List<Form> forms = forms(key, 120);

    asked(forms, (form, answer) -> requireRefused(form, answer, 404));
    assertThat(status(stack.record(key))).isEqualTo("PROCESSING");

    stack.trouble(0, 0, Duration.ZERO);
    assertThat(status(stack.settled(key))).isEqualTo("READY");
    shown(forms);
  }

  private static List<Form> forms(String key, int side) {
    List<Form> forms = new ArrayList<>(UrlForms.variants(key));
    forms.addAll(UrlForms.of(key, side, ground));
    return forms;
  }

  /// Asks for each until the edge keeps it.
  ///
  /// @return how sharp the pictures are
  private static Map<String, Double> warmed(List<Form> forms) throws Exception {
    Map<String, Double> sharpness = shown(forms);
    asked(
        forms,
        (form, answer) ->
            assertThat(answer.headers().firstValue("x-tintype-cache"))
                .as(said(form, answer))
                .hasValue("HIT"));
    return sharpness;
  }

  /// @return how sharp the pictures are
  private static Map<String, Double> shown(List<Form> forms) throws Exception {
    Map<String, Double> sharpness = new HashMap<>();
    asked(
        forms,
        (form, answer) -> {
          assertThat(answer.statusCode()).as(said(form, answer)).isEqualTo(200);
          if (form.answer() == Answer.PICTURE) {
            sharpness.put(form.name(), Sharpness.of(answer.body()));
          }
        });
    return sharpness;
  }

  private static void requireNothing(List<Form> forms) throws Exception {
    asked(forms, (form, answer) -> requireRefused(form, answer, 403));
  }

  private static void requireRefused(Form form, HttpResponse<byte[]> answer, int status) {
    assertThat(answer.statusCode()).as(said(form, answer)).isEqualTo(status);
    assertThat(answer.headers().firstValue("cache-control"))
        .as(said(form, answer))
        .hasValue("no-store");
  }

  private static void requireBlurred(List<Form> forms, Map<String, Double> sharp) throws Exception {
    asked(
        forms,
        (form, answer) -> {
          if (form.answer() == Answer.ORIGINAL) {
            requireRefused(form, answer, 403);
          } else {
            assertThat(answer.statusCode()).as(said(form, answer)).isEqualTo(200);
            requireNotSharp(form, answer, sharp);
          }
        });
  }

  /// While an image is rendered anew, there may be no answer.
  private static void requireNothingSharp(List<Form> forms, Map<String, Double> sharp)
      throws Exception {
    asked(
        forms,
        (form, answer) -> {
          if (answer.statusCode() == 200) {
            assertThat(form.answer()).as(said(form, answer)).isNotEqualTo(Answer.ORIGINAL);
            requireNotSharp(form, answer, sharp);
          } else {
            assertThat(answer.statusCode()).as(said(form, answer)).isIn(403, 404);
          }
        });
  }

  private static void requireNotSharp(
      Form form, HttpResponse<byte[]> answer, Map<String, Double> sharp) {
    if (form.answer() == Answer.PICTURE) {
      assertThat(Sharpness.of(answer.body()))
          .as(form.toString())
          .isLessThan(Math.min(5, sharp.getOrDefault(form.name(), 0.0) / 20));
    }
  }

  private static void asked(List<Form> forms, BiConsumer<Form, HttpResponse<byte[]>> check)
      throws Exception {
    List<HttpResponse<byte[]>> answers = stack.getAll(forms.stream().map(Form::path).toList());
    for (int i = 0; i < forms.size(); i++) {
      check.accept(forms.get(i), answers.get(i));
    }
  }

  private static String said(Form form, HttpResponse<byte[]> answer) {
    boolean json = answer.headers().firstValue("content-type").orElse("").contains("json");
    return form + (json ? " " + new String(answer.body(), StandardCharsets.UTF_8) : "");
  }
}
