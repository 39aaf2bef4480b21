package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.local.UrlForms.Answer;
import io.tintype.local.UrlForms.Form;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// What viewers see of an image who ask for it in many forms, and what they must not see.
record Viewers(ModeratedStack stack) {

  /// Asks for each until the edge keeps it.
  ///
  /// @return how sharp the pictures are
  Map<String, Double> warmed(List<Form> forms) throws Exception {
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
  Map<String, Double> shown(List<Form> forms) throws Exception {
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

  void requireNothing(List<Form> forms, int status) throws Exception {
    asked(forms, (form, answer) -> requireRefused(form, answer, status));
  }

  private static void requireRefused(Form form, HttpResponse<byte[]> answer, int status) {
    assertThat(answer.statusCode()).as(said(form, answer)).isEqualTo(status);
    assertThat(answer.headers().firstValue("cache-control"))
        .as(said(form, answer))
        .hasValue("no-store");
  }

  void requireBlurred(List<Form> forms, Map<String, Double> sharp) throws Exception {
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
  void requireNothingSharp(List<Form> forms, Map<String, Double> sharp) throws Exception {
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

  private void asked(List<Form> forms, BiConsumer<Form, HttpResponse<byte[]>> check)
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
