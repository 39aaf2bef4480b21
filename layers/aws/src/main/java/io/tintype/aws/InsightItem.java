package io.tintype.aws;

import static io.tintype.aws.Item.decimal;
import static io.tintype.aws.Item.number;
import static io.tintype.aws.Item.text;

import io.tintype.imaging.Findings.Face;
import io.tintype.pipeline.moderation.Insights;
import io.tintype.pipeline.moderation.Label;
import io.tintype.pipeline.moderation.Labels;
import io.tintype.pipeline.moderation.Look;
import io.tintype.pipeline.moderation.Ruling;
import io.tintype.pipeline.moderation.Ruling.Overruling;
import io.tintype.pipeline.moderation.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What was seen in an original, as attributes of an item. What is empty is absent.
final class InsightItem {

  private InsightItem() {}

  static void put(Map<String, AttributeValue> item, Insights insights) {
    insights.sha256().ifPresent(sha256 -> item.put("sha256", text(sha256)));
    put(item, insights.look());
    insights.ruling().ifPresent(ruling -> put(item, ruling));
  }

  static void put(Map<String, AttributeValue> item, Look look) {
    look.labels()
        .ifPresent(
            labels -> {
              item.put("labelsModel", text(labels.model()));
              item.put("labelsFrom", decimal(labels.least()));
              item.put(
                  "labels",
                  AttributeValue.fromL(labels.all().stream().map(InsightItem::label).toList()));
            });
    look.faces()
        .ifPresent(
            faces ->
                item.put(
                    "faces", AttributeValue.fromL(faces.stream().map(InsightItem::face).toList())));
  }

  private static void put(Map<String, AttributeValue> item, Ruling ruling) {
    item.put("verdict", text(ruling.verdict().name()));
    ruling
        .overruled()
        .ifPresent(
            overruling -> {
              item.put("overruledBy", text(overruling.by()));
              item.put("overruledAt", text(ListPlace.time(overruling.at())));
            });
  }

  private static AttributeValue label(Label label) {
    return AttributeValue.fromM(
        Map.of(
            "name", text(label.name()),
            "parent", text(label.parent()),
            "level", number(label.level()),
            "confidence", decimal(label.confidence())));
  }

  private static AttributeValue face(Face face) {
    return AttributeValue.fromM(
        Map.of(
            "left", decimal(face.left()),
            "top", decimal(face.top()),
            "width", decimal(face.width()),
            "height", decimal(face.height())));
  }

  static Insights insights(Item item) {
    return new Insights(item.optionalString("sha256"), look(item), ruling(item));
  }

  static Look look(Item item) {
    return new Look(
        item.has("labels")
            ? Optional.of(
                new Labels(
                    item.maps("labels").stream().map(InsightItem::label).toList(),
                    item.string("labelsModel"),
                    item.has("labelsFrom") ? item.decimal("labelsFrom") : Labels.USUAL_LEAST))
            : Optional.empty(),
        item.has("faces")
            ? Optional.of(item.maps("faces").stream().map(InsightItem::face).toList())
            : Optional.empty());
  }

  private static Label label(Item label) {
    return new Label(
        label.string("name"),
        label.string("parent"),
        label.integer("level"),
        label.decimal("confidence"));
  }

  private static Face face(Item face) {
    return new Face(
        face.decimal("left"), face.decimal("top"), face.decimal("width"), face.decimal("height"));
  }

  private static Optional<Ruling> ruling(Item item) {
    if (!item.has("verdict")) {
      return Optional.empty();
    }
    Optional<Overruling> overruled =
        item.has("overruledBy")
            ? Optional.of(
                new Overruling(
                    item.string("overruledBy"), Instant.parse(item.string("overruledAt"))))
            : Optional.empty();
    return Optional.of(new Ruling(Verdict.valueOf(item.string("verdict")), overruled));
  }
}
