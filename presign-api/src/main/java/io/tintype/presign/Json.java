package io.tintype.presign;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.io.IOException;
import java.util.regex.Pattern;

/// Reads and writes JSON: absent values are left out, and nothing sloppy is read.
final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Pattern WHAT_ELSE_WOULD_DO =
      Pattern.compile(": (was )?expect.*", Pattern.DOTALL);

  private Json() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer can't be written", e);
    }
  }

  /// @throws TintypeException BAD_REQUEST
  static JsonNode read(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (MismatchedInputException e) {
      throw new TintypeException(
          Reason.BAD_REQUEST, "Expected one JSON object as the body but received more after it", e);
    } catch (JsonProcessingException e) {
      throw new TintypeException(
          Reason.BAD_REQUEST, "Expected a JSON body but received " + problem(e), e);
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory can't be read", e);
    }
  }

  /// What is wrong and where, without the parser's own expectations and settings.
  private static String problem(JsonProcessingException e) {
    String what = WHAT_ELSE_WOULD_DO.matcher(e.getOriginalMessage()).replaceFirst("");
    return what
        + " in line "
        + e.getLocation().getLineNr()
        + ", column "
        + e.getLocation().getColumnNr();
  }
}
