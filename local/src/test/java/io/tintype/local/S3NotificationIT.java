package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/// Every way in which an object comes or goes is told exactly once.
class S3NotificationIT {

  private static final String BUCKET = "told";

  @TempDir static Path folder;

  private static final List<BucketChange> changes = new CopyOnWriteArrayList<>();
  private static S3Server server;
  private static S3Client s3;

  @BeforeAll
  static void start() {
    server = S3Server.start(folder, Ports.free(0), List.of(BUCKET), changes::add);
    s3 = server.client();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    changes.clear();
  }

  @Test
  void tellsOfAPut() {
    put("a b+ü.jpg");

    assertThat(changes)
        .singleElement()
        .isInstanceOfSatisfying(
            BucketChange.Created.class,
            created -> {
              assertThat(created.eventName()).isEqualTo("ObjectCreated:Put");
              assertThat(created.bucket()).isEqualTo(BUCKET);
              assertThat(created.key()).isEqualTo("a b+ü.jpg");
              assertThat(created.size()).isEqualTo(5);
              assertThat(created.eTag()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
            });
  }

  @Test
  void tellsOfACopy() {
    put("from");
    changes.clear();

    s3.copyObject(
        copy ->
            copy.sourceBucket(BUCKET)
                .sourceKey("from")
                .destinationBucket(BUCKET)
                .destinationKey("to"));

    assertThat(changes)
        .singleElement()
        .isEqualTo(
            new BucketChange.Created(
                "ObjectCreated:Copy", BUCKET, "to", 5, "5d41402abc4b2a76b9719d911017c592"));
  }

  @Test
  void tellsOfAMultipartUploadOnceAndOfNoneOfItsParts() {
    String upload = s3.createMultipartUpload(create -> create.bucket(BUCKET).key("big")).uploadId();
    var part =
        s3.uploadPart(
            request -> request.bucket(BUCKET).key("big").uploadId(upload).partNumber(1),
            RequestBody.fromString("hello"));
    assertThat(changes).isEmpty();

    s3.completeMultipartUpload(
        complete ->
            complete
                .bucket(BUCKET)
                .key("big")
                .uploadId(upload)
                .multipartUpload(
                    parts ->
                        parts.parts(
                            CompletedPart.builder().partNumber(1).eTag(part.eTag()).build())));

    assertThat(changes)
        .singleElement()
        .isInstanceOfSatisfying(
            BucketChange.Created.class,
            created -> {
              assertThat(created.eventName()).isEqualTo("ObjectCreated:CompleteMultipartUpload");
              assertThat(created.key()).isEqualTo("big");
              assertThat(created.size()).isEqualTo(5);
              assertThat(created.eTag()).endsWith("-1");
            });
  }

  @Test
  void tellsNothingOfAMultipartUploadThatIsGivenUp() {
    String upload = s3.createMultipartUpload(create -> create.bucket(BUCKET).key("big")).uploadId();
    s3.abortMultipartUpload(abort -> abort.bucket(BUCKET).key("big").uploadId(upload));

    assertThat(changes).isEmpty();
  }

  @Test
  void tellsOfADelete() {
    put("gone");
    changes.clear();

    s3.deleteObject(delete -> delete.bucket(BUCKET).key("gone"));

    assertThat(changes).containsExactly(new BucketChange.Removed(BUCKET, "gone"));
  }

  @Test
  void tellsOfEachObjectOfABatchDelete() {
    put("one");
    put("two");
    changes.clear();

    s3.deleteObjects(
        delete ->
            delete
                .bucket(BUCKET)
                .delete(
                    objects ->
                        objects.objects(
                            ObjectIdentifier.builder().key("one").build(),
                            ObjectIdentifier.builder().key("two").build())));

    assertThat(changes)
        .containsExactlyInAnyOrder(
            new BucketChange.Removed(BUCKET, "one"), new BucketChange.Removed(BUCKET, "two"));
  }

  private static void put(String key) {
    s3.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString("hello"));
  }
}
