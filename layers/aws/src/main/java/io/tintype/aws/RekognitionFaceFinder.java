package io.tintype.aws;

import io.tintype.imaging.Findings.Face;
import io.tintype.pipeline.moderation.FaceFinder;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.BoundingBox;
import software.amazon.awssdk.services.rekognition.model.FaceDetail;

/// DetectFaces.
public final class RekognitionFaceFinder implements FaceFinder {

  private static final String SUBJECT = "Rekognition's face detection";

  private final Supplier<RekognitionClient> client;

  /// @param client asked for at every call
  public RekognitionFaceFinder(Supplier<RekognitionClient> client) {
    this.client = client;
  }

  @Override
  public List<Face> faces(byte[] jpeg) {
    RekognitionClient rekognition = client.get();
    return RekognitionFailures.call(
            SUBJECT,
            () ->
                rekognition.detectFaces(
                    request ->
                        request.image(image -> image.bytes(SdkBytes.fromByteArrayUnsafe(jpeg)))))
        .faceDetails()
        .stream()
        .map(FaceDetail::boundingBox)
        .map(RekognitionFaceFinder::face)
        .toList();
  }

  private static Face face(BoundingBox box) {
    return new Face(box.left(), box.top(), box.width(), box.height());
  }
}
