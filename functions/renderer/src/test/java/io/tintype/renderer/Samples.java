package io.tintype.renderer;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The sample events of the project, read as Lambda reads them.
final class Samples {

  private Samples() {}

  static Path file(String name) {
    return Path.of("..", "..", "events", name + ".json");
  }

  static SQSEvent event(String name) {
    try (InputStream json = Files.newInputStream(file(name))) {
      return LambdaEventSerializers.serializerFor(SQSEvent.class, Samples.class.getClassLoader())
          .fromJson(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
