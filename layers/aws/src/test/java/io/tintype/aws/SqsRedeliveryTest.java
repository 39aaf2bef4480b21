package io.tintype.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tintype.aws.StandIn.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsRedeliveryTest {

  private static final String QUEUE = "https://sqs.eu-central-1.amazonaws.com/123456789012/queue";

  @Test
  void shortensTheVisibilityOfTheMessage() {
    try (var service = StandIn.answering(Answer.json(200, "{}"));
        SqsClient sqs = service.clients().sqs()) {
      new SqsRedelivery(() -> sqs, QUEUE).after("handle", Duration.ofSeconds(40));

      assertThat(service.requests())
          .singleElement()
          .satisfies(
              request -> {
                assertThat(request.header("X-Amz-Target"))
                    .contains("AmazonSQS.ChangeMessageVisibility");
                assertThat(request.body())
                    .contains("\"QueueUrl\":\"" + QUEUE + "\"")
                    .contains("\"ReceiptHandle\":\"handle\"")
                    .contains("\"VisibilityTimeout\":40");
              });
    }
  }

  @Test
  void leavesTheMessageToItsVisibilityTimeoutWhenTheQueueRefuses() {
    try (var service = StandIn.answering(Answer.jsonError(400, "ReceiptHandleIsInvalid"));
        SqsClient sqs = service.clients().sqs()) {
      assertThatCode(
              () -> new SqsRedelivery(() -> sqs, QUEUE).after("handle", Duration.ofSeconds(40)))
          .doesNotThrowAnyException();
    }
  }
}
