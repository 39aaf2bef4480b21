package io.tintype.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueJsonTest {

  @ParameterizedTest
  @ValueSource(strings = {"renderer-put", "renderer-batch-with-poison", "renderer-last-receive"})
  void readsAsLambdasOwnMapperDoes(String sample) throws IOException {
    SQSEvent expected = Samples.event(sample);
    try (InputStream json = Files.newInputStream(Samples.file(sample))) {
      assertThat(QueueJson.read(json).getRecords())
          .extracting(QueueJsonTest::used)
          .containsExactlyElementsOf(
              expected.getRecords().stream().map(QueueJsonTest::used).toList());
    }
  }

  private static Tuple used(SQSMessage message) {
    return Tuple.tuple(
        message.getMessageId(),
        message.getReceiptHandle(),
        message.getBody(),
        message.getAttributes());
  }
}
