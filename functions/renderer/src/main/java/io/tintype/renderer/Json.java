package io.tintype.renderer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.jr.stree.JacksonJrsTreeCodec;
import com.fasterxml.jackson.jr.stree.JrsArray;
import com.fasterxml.jackson.jr.stree.JrsObject;
import com.fasterxml.jackson.jr.stree.JrsString;
import com.fasterxml.jackson.jr.stree.JrsValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON as small trees, by the small one of Jackson's libraries: a new function has read its first
/// message with it in a third of the time that Jackson's object mapper takes to get ready.
final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final JacksonJrsTreeCodec TREES = new JacksonJrsTreeCodec();

  private Json() {}

  /// @throws com.fasterxml.jackson.core.JsonProcessingException when it isn't JSON
  static JrsValue read(InputStream json) throws IOException {
    try (JsonParser parser = FACTORY.createParser(json)) {
      return tree(parser);
    }
  }

  /// As [#read(InputStream)].
  static JrsValue read(String json) throws IOException {
    try (JsonParser parser = FACTORY.createParser(json)) {
      return tree(parser);
    }
  }

  private static JrsValue tree(JsonParser parser) throws IOException {
    return parser.nextToken() == null ? JacksonJrsTreeCodec.MISSING : TREES.readTree(parser);
  }

  /// Closes what it writes to when it is closed itself.
  static JsonGenerator writer(OutputStream to) throws IOException {
    return FACTORY.createGenerator(to);
  }

  /// What a list holds; nothing when it isn't one.
  static List<JrsValue> elements(JrsValue list) {
    List<JrsValue> elements = new ArrayList<>();
    if (list instanceof JrsArray array) {
      array.elements().forEachRemaining(elements::add);
    }
    return elements;
  }

  /// Null when there is no such field, or something else than a text in it.
  static @Nullable String text(JrsValue node, String field) {
    return node.path(field) instanceof JrsString text ? text.getValue() : null;
  }

  /// The fields that hold texts.
  static Map<String, String> texts(JrsValue node) {
    Map<String, String> texts = new HashMap<>();
    if (node instanceof JrsObject object) {
      object
          .fields()
          .forEachRemaining(
              field -> {
                if (field.getValue() instanceof JrsString text) {
                  texts.put(field.getKey(), text.getValue());
                }
              });
    }
    return texts;
  }
}
