package io.tintype.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.ImageRequest.Authorization;
import io.tintype.requests.signing.PathHash;
import io.tintype.requests.signing.SignatureCheck;
import io.tintype.requests.signing.SigningKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// One vector of `thumbor-urls.json`, tried by the rule of its kind.
final class ThumborVector {

  private ThumborVector() {}

  /// What is wrong; empty when we agree.
  static String check(JsonNode vector) {
    String url = vector.get("url").asText("");
    JsonNode expected = vector.get("expected");
    try {
      return switch (vector.get("kind").asText()) {
        case "parse_options", "parse", "parse_and_generate" -> path(url, expected);
        case "generate" -> generated(url, expected);
        case "generate_filter" -> request("/unsafe/filters:" + url + "/img");
        case "filter_arg" -> argument(url, expected);
        case "split_args" -> arguments("x(" + url + ")", expected.get("args"));
        case "parse_filters" -> filters(url, expected);
        case "http" -> status(vector);
        case String kind -> "no rule for " + kind;
      };
    } catch (TintypeException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String path(String url, JsonNode expected) {
    if (expected.isNull()) {
      return "expected nothing";
    }
    ThumborPath path = ThumborPath.read(PathText.decode(url), PathHash.THUMBOR, Dialect.TINTYPE);
    Map<String, Object> read = ParamsFields.of(path);
    if (expected.has("path")) {
      return differences(imagors(expected), read);
    }
    Map<String, Object> wanted = thumbors(expected);
    read.keySet().retainAll(wanted.keySet());
    return differences(wanted, read);
  }

  private static String generated(String url, JsonNode expected) {
    JsonNode options = expected.has("options") ? expected.get("options") : expected;
    boolean whole = expected.has("image_url") || options.has("call") || options.has("Image");
    String path = whole ? url : url + "/img";
    ThumborPath read = ThumborPath.read(PathText.decode(path), PathHash.THUMBOR, Dialect.TINTYPE);
    if (options.has("call")) {
      boolean image = Pattern.matches("(http://)?[ab]\\.com/[bc]\\.png", read.image().text());
      return image ? "" : "the image is " + read.image().text();
    }
    Map<String, Object> fields = ParamsFields.of(read);
    fields.keySet().removeAll(List.of("path", "image", "unsafe"));
    return differences(thumbors(options), fields);
  }

  private static String request(String path) {
    var unused = new RequestParser(Dialect.TINTYPE).parse(new ReceivedRequest(path, Map.of()));
    return "";
  }

  private static String argument(String call, JsonNode expected) {
    String type = expected.get("type").asText();
    JsonNode value = expected.get("value");
    FilterCall read = new FilterReader(PathText.plain(call), 0).read().getFirst();
    boolean two = type.equals("String,String");
    Object received;
    try {
      Arguments arguments = Arguments.of(two ? "f(first,second)" : "f(value)", read);
      received =
          switch (type) {
            case "Number" -> arguments.wholeLong(0, Long.MIN_VALUE, Long.MAX_VALUE);
            case "PositiveNumber" -> arguments.wholeLong(0, 0, Long.MAX_VALUE);
            case "PositiveNonZeroNumber" -> arguments.wholeLong(0, 1, Long.MAX_VALUE);
            case "NegativeNumber" -> arguments.wholeLong(0, Long.MIN_VALUE, 0);
            case "DecimalNumber" -> arguments.decimal(0, -1000, 1000);
            case "String" -> arguments.text(0);
            case "Boolean" -> arguments.flag(0);
            case "String,String" -> List.of(arguments.text(0), arguments.text(1));
            case String pattern ->
                Pattern.matches(pattern, arguments.text(0)) ? arguments.text(0) : "";
          };
    } catch (TintypeException e) {
      return value.isNull() ? "" : String.valueOf(e.getMessage());
    }
    if (value.isNull()) {
      return received.equals("") ? "" : "read as " + received;
    }
    return Objects.equals(
            plain(value), received instanceof Long number ? (Object) number.intValue() : received)
        ? ""
        : "read as " + received;
  }

  private static String arguments(String call, JsonNode expected) {
    List<String> wanted = new ArrayList<>();
    expected.forEach(argument -> wanted.add(argument.asText()));
    List<String> read =
        new FilterReader(PathText.plain(call), 0)
            .read().getFirst().arguments().stream().map(PathText::text).toList();
    return read.equals(wanted) ? "" : "read as " + read;
  }

  private static String filters(String url, JsonNode expected) {
    ThumborPath path =
        ThumborPath.read(
            PathText.decode(
                url + (url.contains("/some/") || !url.startsWith("filters:") ? "" : "/")),
            PathHash.THUMBOR,
            Dialect.TINTYPE);
    Map<String, Object> read = ParamsFields.of(path);
    read.keySet().retainAll(List.of("filters", "image"));
    return differences(imagors(expected), read);
  }

  /// thumbor refuses with 400 what is 403 here, so only success and refusal are compared.
  private static String status(JsonNode vector) {
    boolean wanted = vector.get("expected_status").asInt() == 200;
    boolean unsafeAllowed = !vector.path("note").asText().contains("ALLOW_UNSAFE_URL=False");
    String url = vector.get("url").asText();
    boolean allowed;
    try {
      ImageRequest request =
          new RequestParser(Dialect.TINTYPE).parse(new ReceivedRequest(url, Map.of()));
      var check = new SignatureCheck(List.of(new SigningKey("ACME-SEC")), PathHash.THUMBOR);
      allowed =
          request.authorization() instanceof Authorization.None
              ? unsafeAllowed && url.startsWith("/unsafe/")
              : check.check(request.authorization()) == SignatureCheck.Verdict.VALID;
    } catch (TintypeException e) {
      allowed = false;
    }
    return allowed == wanted ? "" : "answered " + (allowed ? 200 : "with an error");
  }

  private static Map<String, Object> imagors(JsonNode expected) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : expected.properties()) {
      Object value = plain(field.getValue());
      if (!value.equals(List.of()) && !value.equals("")) {
        wanted.put(field.getKey(), value);
      }
    }
    return wanted;
  }

  /// thumbor's names and those of its ports, as imagor's.
  private static Map<String, Object> thumbors(JsonNode expected) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : expected.properties()) {
      ThumborNames.put(field.getKey(), field.getValue(), wanted);
    }
    wanted.values().removeIf(value -> value.equals(false) || value.equals(0));
    return wanted;
  }

  static Object plain(JsonNode node) {
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(
          element -> {
            Object value = plain(element);
            if (value instanceof Map<?, ?> filter) {
              filter.values().removeIf(""::equals);
            }
            list.add(value);
          });
      return list;
    }
    if (node.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.properties().forEach(field -> map.put(field.getKey(), plain(field.getValue())));
      return map;
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    if (node.isInt()) {
      return node.asInt();
    }
    return node.isNumber() ? (Object) node.asDouble() : node.asText();
  }

  private static String differences(Map<String, Object> wanted, Map<String, Object> read) {
    return wanted.equals(read) ? "" : "expected " + wanted + " but read " + read;
  }
}
