package io.tintype.local;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How to start the stack.
///
/// @param root the project's folder, for the web page and for DynamoDB Local
/// @param data where everything is kept
/// @param fresh whether to forget what is kept there
/// @param port of the front; 0 takes free ports for everything, which suits tests
/// @param settings `TINTYPE_*` variables for the functions, beside those that the stack gives
public record StackOptions(
    Path root, Path data, boolean fresh, int port, Map<String, String> settings) {

  private static final String SETTING = "TINTYPE_";

  static final int DEFAULT_PORT = 8080;

  static final String USAGE =
      """
      local/start [--data <folder>] [--fresh] [--port <number>]
        --data   where objects, messages and records are kept (default: .tintype in the project)
        --fresh  forget what is kept there
        --port   of the API, the pictures and the page (default: 8080; 0: any free one)\
      """;

  public StackOptions {
    settings = Map.copyOf(settings);
  }

  /// With the functions' usual settings.
  public StackOptions(Path root, Path data, boolean fresh, int port) {
    this(root, data, fresh, port, Map.of());
  }

  /// With the settings among the variables of an environment.
  StackOptions with(Map<String, String> environment) {
    Map<String, String> chosen = new HashMap<>(environment);
    chosen.keySet().removeIf(name -> !name.startsWith(SETTING));
    return new StackOptions(root, data, fresh, port, chosen);
  }

  /// Reads the start command's arguments.
  ///
  /// @throws TintypeException BAD_REQUEST for one that is not understood
  static StackOptions parse(Path root, String... arguments) {
    Path data = root.resolve(".tintype");
    boolean fresh = false;
    int port = DEFAULT_PORT;
    Deque<String> left = new ArrayDeque<>(List.of(arguments));
    while (!left.isEmpty()) {
      String option = left.pop();
      switch (option) {
        case "--fresh" -> fresh = true;
        case "--data" -> data = Path.of(value(option, left));
        case "--port" -> port = port(value(option, left));
        default ->
            throw new TintypeException(
                Reason.BAD_REQUEST, "unknown option " + option + "\n" + USAGE);
      }
    }
    return new StackOptions(root, data, fresh, port);
  }

  private static String value(String option, Deque<String> left) {
    if (left.isEmpty()) {
      throw new TintypeException(Reason.BAD_REQUEST, option + " needs a value\n" + USAGE);
    }
    return left.pop();
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // refused below, with what is accepted
    }
    throw new TintypeException(
        Reason.BAD_REQUEST, "expected a port of 0..65535 but received " + text);
  }

  Path web() {
    return root.resolve("web");
  }

  Path dynamoDbJars() {
    return root.resolve("local/dynamodb/target/jars");
  }

  /// What the stand-in for Rekognition sees in which pictures.
  Path rekognition() {
    return root.resolve("local/rekognition/answers.json");
  }

  /// The usual port of a service, or any free one where everything is to be free.
  int orAny(int usual) {
    return port == 0 ? 0 : usual;
  }
}
