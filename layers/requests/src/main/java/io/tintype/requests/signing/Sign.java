package io.tintype.requests.signing;

import io.tintype.imaging.TintypeException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Signs one path from the command line; `local/sign` starts it.
final class Sign {

  private static final String HELP =
      """
      local/sign --key-file <file> [options] <path>
        --key <key>        instead of --key-file; other users of the machine can see it
        --scheme thumbor   a hash in front of the path (default)
        --scheme sih       Serverless Image Handler's signature in the query
        --hash <name>      thumbor: sha1 (default), sha256 or sha512
        --length <number>  thumbor: write only so many characters of the hash
        --expires <time>   sih: YYYYMMDDTHHmmssZ, in UTC
      The path is signed as it will be sent, percent-encoded:
        local/sign --key-file key.txt 300x200/smart/uploads/my%20cat.jpg
        local/sign --key-file key.txt --scheme sih '/eyJrZXkiOiJjYXQuanBnIn0=?width=300'
      """;

  private static final List<String> OPTIONS =
      List.of("--key", "--key-file", "--scheme", "--hash", "--length", "--expires");

  private final Map<String, String> options = new HashMap<>();
  private String path = "";

  private Sign() {}

  public static void main(String[] arguments) {
    int status = run(arguments, System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// @return 0, or 2 when the arguments are wrong
  static int run(String[] arguments, PrintStream out, PrintStream err) {
    if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
      out.print(HELP);
      return 0;
    }
    try {
      Sign sign = new Sign();
      sign.read(arguments);
      out.println(sign.signed());
      return 0;
    } catch (IllegalArgumentException | TintypeException e) {
      err.println(e.getMessage() + "; local/sign --help says more");
    } catch (IOException e) {
      err.println("--key-file: can't be read: " + e.getMessage());
    }
    return 2;
  }

  private void read(String[] arguments) {
    for (int index = 0; index < arguments.length; index++) {
      String argument = arguments[index];
      if (OPTIONS.contains(argument)) {
        index++;
        require(index < arguments.length, argument, "a value behind it", "nothing");
        options.put(argument, arguments[index]);
      } else {
        boolean first = path.isEmpty() && !argument.startsWith("-");
        require(first, "arguments", "one path and " + String.join(", ", OPTIONS), argument);
        path = argument;
      }
    }
    require(!path.isEmpty(), "arguments", "a path", "none");
    require(
        path.chars().allMatch(letter -> letter > ' ' && letter < 0x7f && letter != '#'),
        "path",
        "a percent-encoded one, as a browser sends it",
        path);
  }

  private String signed() throws IOException {
    String scheme = options.getOrDefault("--scheme", "thumbor");
    UrlSigner signer = new UrlSigner(key(), hash());
    return switch (scheme) {
      case "thumbor" -> {
        refuse("thumbor", "--expires");
        require(path.indexOf('?') < 0, "path", "none with a query, which has no signature", path);
        yield signer.sign(path.replaceFirst("^/?unsafe/", ""));
      }
      case "sih" -> {
        refuse("sih", "--hash", "--length");
        int mark = path.indexOf('?');
        yield signer.sign(
            mark < 0 ? path : path.substring(0, mark),
            mark < 0 ? Map.of() : query(path.substring(mark + 1)),
            Optional.ofNullable(options.get("--expires")).map(Expiry::parse));
      }
      case String other -> throw wrong("--scheme", "thumbor or sih", other);
    };
  }

  private SigningKey key() throws IOException {
    String given = options.get("--key");
    String file = options.get("--key-file");
    require((given == null) != (file == null), "key", "one of --key and --key-file", "none or two");
    return new SigningKey(given != null ? given : Files.readString(Path.of(file)).strip());
  }

  private PathHash hash() {
    String name = options.getOrDefault("--hash", "sha1").toUpperCase(Locale.ROOT);
    for (PathHash.Algorithm algorithm : PathHash.Algorithm.values()) {
      if (algorithm.name().equals(name)) {
        return new PathHash(
            algorithm, Optional.ofNullable(options.get("--length")).map(Sign::number));
      }
    }
    throw wrong("--hash", "sha1, sha256 or sha512", name);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw wrong("--length", "a number", text);
    }
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new HashMap<>();
    for (String parameter : text.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      String value = equals < 0 ? "" : parameter.substring(equals + 1);
      query.put(decoded(name), decoded(value));
    }
    query.remove("");
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private void refuse(String scheme, String... names) {
    for (String name : names) {
      require(!options.containsKey(name), name, "none with --scheme " + scheme, "one");
    }
  }

  private static void require(boolean holds, String what, String expected, String received) {
    if (!holds) {
      throw wrong(what, expected, received);
    }
  }

  private static IllegalArgumentException wrong(String what, String expected, String received) {
    return new IllegalArgumentException(
        what + ": expected " + expected + " but received " + received);
  }
}
