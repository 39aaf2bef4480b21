package io.tintype.local;

import static io.tintype.local.ModeratedStack.status;
import static io.tintype.local.ModeratedStack.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rekognition is paid by the look: there is one per image, whatever is asked for afterwards.
class OneLookIT {

  private static final String VARIANTS_KEY = "settings/variants.yaml";
  private static final String VARIANTS =
      """
      variants:
        square: {recipe: 200x200/smart, formats: [webp, jpeg]}
        wide: {recipe: 300x100/smart, formats: [jpeg]}
        tall: {recipe: 100x300/smart, formats: [jpeg]}
        dot: {recipe: '48x48/smart/filters:grayscale()', formats: [png]}
      """;

  @TempDir Path folder;

  @Test
  void isLookedAtOnceWhateverIsAskedFor() throws Exception {
    byte[] file = ModeratedStack.picture("group.jpg", 800);
    try (var stack = ModeratedStack.start(folder, Map.of())) {
      stack.put(VARIANTS_KEY, VARIANTS.getBytes(StandardCharsets.UTF_8));
    }
    String key;
    try (var stack = start(Map.of())) {
      key = stack.upload(file);
      JsonNode record = stack.settled(key);
      assertThat(status(record)).as(record.toString()).isEqualTo("READY");
      assertThat(record.path("variants")).hasSize(5);
      requireCalls(stack, 1);

      requireAll(stack, smart(key));
      requireCalls(stack, 1);

      String again = stack.upload(file);
      assertThat(verdict(stack.settled(again))).isEqualTo("APPROVED");
      requireAll(stack, smart(again));
      requireCalls(stack, 1);
    }
    try (var later = start(Map.of("TINTYPE_DIALECT", "sih"))) {
      requireAll(later, smartAsServerlessImageHandlerHasIt(key));
      requireAll(later, smartAsServerlessImageHandlerHasIt(twin(later, file)));
      requireCalls(later, 0);
    }
  }

  private ModeratedStack start(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("TINTYPE_MODERATION", "flag");
    settings.put("TINTYPE_VARIANTS_URI", "s3://" + Services.ORIGINALS + "/" + VARIANTS_KEY);
    return ModeratedStack.start(folder, settings);
  }

  private static String twin(ModeratedStack stack, byte[] file) throws Exception {
    String key = "uploads/once/more.jpg";
    stack.put(key, file);
    assertThat(verdict(stack.settled(key))).isEqualTo("APPROVED");
    return key;
  }

  private static void requireCalls(ModeratedStack stack, int expected) throws Exception {
    assertThat(stack.calls("DetectFaces")).isEqualTo(expected);
    assertThat(stack.calls("DetectModerationLabels")).isEqualTo(expected);
  }

  private static void requireAll(ModeratedStack stack, List<String> paths) throws Exception {
    List<HttpResponse<byte[]>> answers = stack.getAll(paths);
    for (int i = 0; i < paths.size(); i++) {
      assertThat(answers.get(i).statusCode()).as(paths.get(i)).isEqualTo(200);
    }
  }

  private static List<String> smart(String key) {
    List<String> paths = new ArrayList<>();
    for (String size : List.of("90x90", "120x40", "40x120", "77x0", "0x77", "150x150")) {
      paths.add("/unsafe/" + size + "/smart/" + key);
    }
    paths.add("/unsafe/50x20:700x400/90x90/smart/" + key);
    paths.add("/unsafe/trim/90x80/smart/" + key);
    paths.add("/unsafe/-90x70/smart/" + key);
    paths.add("/unsafe/90x60/smart/filters:blur(2):format(png)/" + key);
    paths.add("/unsafe/90x50/smart/filters:redact()/" + key);
    paths.add("/unsafe/90x40/smart/filters:focal(0.1x0.1:0.2x0.2)/" + key);
    paths.add("/unsafe/meta/91x91/smart/" + key);
    paths.add("/unsafe/filters:watermark(/40x40/smart/" + key + ",0,0,0)/" + key);
    paths.add("/v/square/" + key);
    paths.add("/v/wide.jpeg/" + key);
    paths.addAll(json(key));
    return paths;
  }

  private static List<String> smartAsServerlessImageHandlerHasIt(String key) {
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/filters:smart_crop()/" + key,
                "/filters:smart_crop(1)/" + key,
                "/300x200/filters:smart_crop(0,10)/" + key,
                "/fit-in/300x200/filters:smart_crop(2,5)/" + key));
    paths.addAll(json(key));
    return paths;
  }

  private static List<String> json(String key) {
    return Stream.of(
            "{\"smartCrop\": true}",
            "{\"smartCrop\": {\"faceIndex\": 1}}",
            "{\"smartCrop\": {\"faceIndex\": 4, \"padding\": 9}}",
            "{\"smartCrop\": {\"padding\": 40}, \"resize\": {\"width\": 300, \"height\": 200}}",
            "{\"contentModeration\": {\"minConfidence\": 60, \"blur\": 20}}")
        .map(edits -> "{\"key\": \"" + key + "\", \"edits\": " + edits + "}")
        .map(json -> Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)))
        .flatMap(path -> Stream.of("/" + path, "/" + path + "?width=80&height=70"))
        .toList();
  }
}
