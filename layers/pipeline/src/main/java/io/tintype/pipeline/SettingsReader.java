package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.Spelling;
import io.tintype.requests.signing.SigningKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads variables one by one and remembers which were asked for and what was wrong with them, so
/// that everything can be reported at once. A wrong variable reads as its default, or as empty.
final class SettingsReader {

  private static final String PREFIX = "TINTYPE_";
  private static final Pattern S3_URI =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/(.+)");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");

  private final Map<String, String> environment;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<String> problems = new ArrayList<>();

  SettingsReader(Map<String, String> environment) {
    this.environment = environment;
  }

  Set<String> asked() {
    return asked;
  }

  /// The name under which a variable that has two is given: its own, unless only the other is.
  String either(String name, String other) {
    return value(name).isEmpty() && value(other).isPresent() ? other : name;
  }

  void wrong(String name, String expected) {
    String received = environment.getOrDefault(name, "");
    problems.add(
        name
            + ": expected "
            + expected
            + " but received "
            + (received.isBlank() ? "nothing" : shown(received)));
  }

  void throwIfWrong() {
    for (String name : new TreeSet<>(environment.keySet())) {
      if (name.startsWith(PREFIX) && !asked.contains(name)) {
        problems.add(name + ": not known" + Spelling.hint(name, asked));
      }
    }
    if (!problems.isEmpty()) {
      throw new TintypeException(
          Reason.INTERNAL, "The settings are wrong: " + String.join("; ", problems));
    }
  }

  String required(String name, String pattern, String expected) {
    if (value(name).isEmpty()) {
      wrong(name, expected);
    }
    return optional(name, pattern, expected).orElse("");
  }

  Optional<String> optional(String name, String pattern, String expected) {
    Optional<String> value = value(name);
    if (value.isPresent() && !Pattern.matches(pattern, value.get())) {
      wrong(name, expected);
      return Optional.empty();
    }
    return value;
  }

  Optional<ObjectRef> s3Uri(String name) {
    Optional<String> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Matcher uri = S3_URI.matcher(value.get());
    if (!uri.matches()) {
      wrong(name, "s3://bucket/key");
      return Optional.empty();
    }
    return Optional.of(new ObjectRef(uri.group(1), uri.group(2)));
  }

  /// Without a slash at the end.
  Optional<URI> httpUri(String name) {
    Optional<String> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(value.get().replaceFirst("/$", ""));
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null;
      if (http && plain && uri.getHost() != null && uri.getRawUserInfo() == null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // Reported below, with all other ways to be wrong.
    }
    wrong(name, "a URL such as https://img.example.com");
    return Optional.empty();
  }

  <E extends Enum<E>> E choice(String name, E standard) {
    E[] all = standard.getDeclaringClass().getEnumConstants();
    List<String> names =
        Arrays.stream(all).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    Optional<String> value = value(name);
    if (value.isEmpty()) {
      return standard;
    }
    int index = names.indexOf(value.get());
    if (index < 0) {
      wrong(name, "one of " + String.join(", ", names));
      return standard;
    }
    return all[index];
  }

  boolean flag(String name, boolean standard) {
    return switch (value(name).orElse(String.valueOf(standard))) {
      case "true" -> true;
      case "false" -> false;
      case String other -> {
        wrong(name, "true or false");
        yield standard;
      }
    };
  }

  /// A variable of Serverless Image Handler's that says `Yes` or `No`.
  Optional<Boolean> yes(String name) {
    Optional<String> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return switch (value.get()) {
      case "Yes" -> Optional.of(true);
      case "No" -> Optional.of(false);
      case String other -> {
        wrong(name, "Yes or No");
        yield Optional.empty();
      }
    };
  }

  /// Signing keys, which no message may show.
  List<SigningKey> keys(String name) {
    Optional<String> value = value(name);
    try {
      return value.map(text -> KeyList.parse(text, Optional.empty())).orElse(List.of());
    } catch (TintypeException e) {
      problems.add(name + ": " + e.getMessage());
      return List.of();
    }
  }

  long number(String name, long least, long most, long standard) {
    Optional<String> value = value(name);
    if (value.isEmpty()) {
      return standard;
    }
    if (WHOLE.matcher(value.get()).matches()) {
      long number = Long.parseLong(value.get());
      if (number >= least && number <= most) {
        return number;
      }
    }
    wrong(name, least + ".." + most);
    return standard;
  }

  Duration seconds(String name, long least, long most, long standard) {
    return Duration.ofSeconds(number(name, least, most, standard));
  }

  /// Words between commas, each one of `known`.
  List<String> list(String name, List<String> known, List<String> standard) {
    Optional<String> value = value(name);
    if (value.isEmpty()) {
      return standard;
    }
    Set<String> words = new LinkedHashSet<>();
    for (String word : value.get().split(",", -1)) {
      words.add(word.strip().toLowerCase(Locale.ROOT));
    }
    if (!known.containsAll(words)) {
      wrong(name, "a list with commas of " + String.join(", ", known));
      return standard;
    }
    return List.copyOf(words);
  }

  /// Any words between commas; none where there is no such variable.
  List<String> words(String name) {
    return value(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /// Pairs `key=value` between commas, each value one of `known`.
  ///
  /// @param expected how a pair is written, for the message
  List<Map.Entry<String, String>> pairs(String name, Set<String> known, String expected) {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    for (String pair : words(name)) {
      int equals = pair.lastIndexOf('=');
      if (equals < 1 || !known.contains(pair.substring(equals + 1))) {
        wrong(name, "a list with commas of " + expected);
        return List.of();
      }
      pairs.add(Map.entry(pair.substring(0, equals), pair.substring(equals + 1)));
    }
    return pairs;
  }

  private Optional<String> value(String name) {
    asked.add(name);
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static String shown(String received) {
    String shown = received.length() <= 100 ? received : received.substring(0, 100) + "…";
    return shown.replaceAll("\\p{Cntrl}", "?");
  }
}
