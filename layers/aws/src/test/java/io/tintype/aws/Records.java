package io.tintype.aws;

import io.tintype.imaging.Findings.Face;
import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.pipeline.Failure;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.Owner;
import io.tintype.pipeline.PictureFacts;
import io.tintype.pipeline.Sequencer;
import io.tintype.pipeline.Status;
import io.tintype.pipeline.StoredVariant;
import io.tintype.pipeline.Work;
import io.tintype.pipeline.moderation.Insights;
import io.tintype.pipeline.moderation.Label;
import io.tintype.pipeline.moderation.Labels;
import io.tintype.pipeline.moderation.Look;
import io.tintype.pipeline.moderation.Ruling;
import io.tintype.pipeline.moderation.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Image records for the tests.
final class Records {

  static final Insights INSIGHTS =
      new Insights(
          Optional.of("ab".repeat(32)),
          new Look(
              Optional.of(
                  new Labels(
                      List.of(
                          new Label("Alcohol", "", 1, 90.5),
                          new Label("Alcoholic Beverages", "Alcohol", 2, 90.25)),
                      "7.0",
                      12.5)),
              Optional.of(List.of(new Face(-0.01, 0.25, 0.5, 0.4375)))),
          Optional.of(
              new Ruling(
                  Verdict.BLURRED,
                  Optional.of(
                      new Ruling.Overruling(
                          "https://issuer.example|boss", Instant.parse("2026-11-21T11:00:00Z"))))));

  static final ImageId ID = new ImageId("01JD8Z3V5QW6X7Y8Z9A0B1C2D3");
  static final Instant CREATED = Instant.parse("2026-11-21T10:00:00.123456789Z");
  static final Instant UPDATED = Instant.parse("2026-11-21T10:00:05Z");
  static final ObjectRef ORIGINAL = new ObjectRef("originals", "uploads/" + ID + "/Ärger +.jpg");

  private Records() {}

  /// With something in every field, whether or not they would ever meet.
  static ImageRecord full(Status status) {
    return new ImageRecord(
        ID,
        7,
        ORIGINAL,
        Owner.of("https://issuer.example", "somebody"),
        status,
        new Work(
            3,
            Optional.of(new Sequencer("0055AED6DCD90281E5")),
            Optional.of("d41d8cd98f00b204e9800998ecf8427e"),
            Optional.of(Instant.parse("2026-11-21T10:02:00.5Z"))),
        Optional.of(
            new PictureFacts(
                Format.JPEG, new Size(4032, 3024), 6, 1, 3_456_789_012L, "3OcRJYB4", "#a0b1c2")),
        INSIGHTS,
        List.of(
            new StoredVariant(
                "thumb",
                "derivatives/v/" + ID + "/thumb.webp",
                Format.WEBP,
                new Size(320, 240),
                12_345),
            new StoredVariant(
                "card",
                "derivatives/v/" + ID + "/card.jpeg",
                Format.JPEG,
                new Size(640, 480),
                54_321)),
        Optional.of(new Failure(Reason.CORRUPT, "The file ends too early")),
        true,
        true,
        CREATED,
        UPDATED,
        Optional.of(Instant.parse("2026-12-01T00:00:00Z")));
  }

  /// With nothing in every optional field.
  static ImageRecord bare(Status status) {
    return new ImageRecord(
        ID,
        1,
        ORIGINAL,
        Owner.PUBLIC,
        status,
        Work.NONE,
        Optional.empty(),
        Insights.NONE,
        List.of(),
        Optional.empty(),
        false,
        false,
        CREATED,
        UPDATED,
        Optional.empty());
  }
}
