package io.tintype.bench;

import org.jspecify.annotations.Nullable;

/// Arguments of [Uploads].
record Options(String url, int uploads, int clients, @Nullable String photos) {

  static Options parse(String... arguments) {
    var options = new Options("http://localhost:8080", 40, 4, null);
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " needs a value");
      }
      options = options.with(arguments[i], arguments[i + 1]);
    }
    return options;
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--url" -> new Options(value, uploads, clients, photos);
      case "--uploads" -> new Options(url, Integer.parseInt(value), clients, photos);
      case "--clients" -> new Options(url, uploads, Integer.parseInt(value), photos);
      case "--photos" -> new Options(url, uploads, clients, value);
      default ->
          throw new IllegalArgumentException(
              "Expected --url, --uploads, --clients or --photos but received " + name);
    };
  }
}
