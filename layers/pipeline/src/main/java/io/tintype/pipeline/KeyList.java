package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.signing.SigningKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Signing keys as they are written down: one key as plain text, a JSON list of keys, or a JSON
/// object of which one field holds either. No message shows any of it.
public final class KeyList {

  private KeyList() {}

  /// @param field to look in when the text is a JSON object
  /// @return at least one key
  /// @throws TintypeException INTERNAL when there is none
  public static List<SigningKey> parse(String text, Optional<String> field) {
    String stripped = text.strip();
    if (field.isEmpty() && !stripped.startsWith("[")) {
      if (stripped.isEmpty() || stripped.startsWith("{")) {
        throw wrong("a key or a JSON list of keys; a JSON object needs the name of its field");
      }
      return List.of(new SigningKey(stripped));
    }
    Object json = json(stripped);
    return field.isEmpty() ? keys(json) : keys(inside(json, field.get()));
  }

  private static Object inside(Object json, String field) {
    Object value = json instanceof Map<?, ?> object ? object.get(field) : null;
    if (value == null) {
      throw wrong("a JSON object with the field " + field);
    }
    // A list that was written into a field of texts.
    return value instanceof String text && text.strip().startsWith("[") ? json(text) : value;
  }

  private static List<SigningKey> keys(Object value) {
    List<SigningKey> keys = new ArrayList<>();
    for (Object one : value instanceof List<?> list ? list : List.of(value)) {
      if (!(one instanceof String key) || key.isEmpty()) {
        throw wrong("keys that are texts of at least 1 character");
      }
      keys.add(new SigningKey(key));
    }
    if (keys.isEmpty()) {
      throw wrong("at least one key");
    }
    return keys;
  }

  /// JSON is YAML, for which there is a reader here.
  private static Object json(String text) {
    try {
      Object value = new Load(LoadSettings.builder().build()).loadFromString(text);
      if (value != null) {
        return value;
      }
    } catch (YamlEngineException e) {
      // Its message quotes the text, so it is not passed on.
    }
    throw wrong("JSON");
  }

  private static TintypeException wrong(String expected) {
    return new TintypeException(
        Reason.INTERNAL, "expected " + expected + " but received something else");
  }
}
