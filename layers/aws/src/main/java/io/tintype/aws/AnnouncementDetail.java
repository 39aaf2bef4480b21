package io.tintype.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tintype.pipeline.Failure;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.PictureFacts;
import io.tintype.pipeline.StoredVariant;
import io.tintype.pipeline.moderation.Insights;
import io.tintype.pipeline.moderation.Label;
import io.tintype.pipeline.moderation.Ruling;

/// The detail of an event about an image; what the record doesn't have is left out.
final class AnnouncementDetail {

  private AnnouncementDetail() {}

  static ObjectNode of(ImageRecord record) {
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    detail.put("id", record.id().value());
    detail.put("bucket", record.original().bucket());
    detail.put("key", record.original().key());
    detail.put("owner", record.owner().value());
    detail.put("status", record.status().name());
    detail.put("generation", record.work().generation());
    detail.put("updatedAt", record.updatedAt().toString());
    record.facts().ifPresent(facts -> putFacts(detail.putObject("facts"), facts));
    record
        .insights()
        .ruling()
        .ifPresent(ruling -> putModeration(detail, record.insights(), ruling));
    record.failure().ifPresent(failure -> putFailure(detail.putObject("failure"), failure));
    var variants = detail.putArray("variants");
    record.variants().forEach(variant -> putVariant(variants.addObject(), variant));
    return detail;
  }

  private static void putFacts(ObjectNode node, PictureFacts facts) {
    node.put("format", facts.format().id());
    node.put("width", facts.size().width());
    node.put("height", facts.size().height());
    node.put("orientation", facts.orientation());
    node.put("frames", facts.frames());
    node.put("bytes", facts.bytes());
    node.put("thumbhash", facts.thumbhash());
    node.put("dominantColor", facts.dominantColor());
  }

  private static void putModeration(ObjectNode detail, Insights insights, Ruling ruling) {
    ObjectNode moderation = detail.putObject("moderation");
    moderation.put("verdict", ruling.verdict().name());
    ruling.overruled().ifPresent(by -> moderation.put("overruledBy", by.by()));
    insights
        .look()
        .labels()
        .ifPresent(
            labels -> {
              moderation.put("model", labels.model());
              var all = moderation.putArray("labels");
              for (Label label : labels.all()) {
                all.addObject().put("name", label.name()).put("confidence", label.confidence());
              }
            });
  }

  private static void putFailure(ObjectNode node, Failure failure) {
    node.put("reason", failure.reason().name());
    node.put("message", failure.message());
  }

  private static void putVariant(ObjectNode node, StoredVariant variant) {
    node.put("name", variant.name());
    node.put("key", variant.key());
    node.put("format", variant.format().id());
    node.put("width", variant.size().width());
    node.put("height", variant.size().height());
    node.put("bytes", variant.bytes());
  }
}
