package io.tintype.requests.sih;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.Received;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the JSON object that a path is, in base64 or base64url, with or without padding.
final class Base64Json {

  private static final String CODE = "DecodeRequest::CannotDecodeRequest";
  private static final Pattern ALPHABET = Pattern.compile("/?([0-9A-Za-z+/_-]{2,})={0,2}");

  private Base64Json() {}

  /// @param path with its leading slash, still percent-encoded
  /// @return empty where it is nothing of the kind
  /// @throws TintypeException BAD_REQUEST where it is meant to be JSON but is damaged
  static Optional<ObjectNode> read(String path) {
    return text(path)
        .filter(text -> text.stripLeading().startsWith("{"))
        .flatMap(Base64Json::object);
  }

  private static Optional<String> text(String path) {
    var digits = ALPHABET.matcher(percentDecoded(path));
    if (!digits.matches()) {
      return Optional.empty();
    }
    try {
      byte[] bytes =
          Base64.getDecoder().decode(digits.group(1).replace('-', '+').replace('_', '/'));
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String percentDecoded(String path) {
    try {
      return path.indexOf('%') < 0
          ? path
          : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path; // which is not base64 then
    }
  }

  /// A text that starts like an object's first key was meant as JSON; any other that is none was
  /// not.
  private static Optional<ObjectNode> object(String text) {
    try {
      JsonNode node = JsonTree.read(text);
      return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (JsonProcessingException e) {
      if (!text.stripLeading().startsWith("{\"")) {
        return Optional.empty();
      }
      throw TintypeException.coded(Reason.BAD_REQUEST, CODE, complaint(e));
    }
  }

  private static String complaint(JsonProcessingException e) {
    String said = String.valueOf(e.getOriginalMessage());
    String where =
        e.getLocation() == null ? "" : " at character " + e.getLocation().getCharOffset();
    if (said.startsWith("Duplicate field")) {
      String name =
          said.replaceFirst("(?s)Duplicate field '(.{0,60}).*", "$1").replaceFirst("'$", "");
      return "JSON"
          + where
          + ": expected every key once but received "
          + Received.text(name)
          + " twice";
    }
    return "JSON" + where + ": expected JSON, at most " + JsonTree.DEEPEST + " levels deep";
  }
}
