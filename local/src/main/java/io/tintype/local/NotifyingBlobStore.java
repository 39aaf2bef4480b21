package io.tintype.local;

import com.google.common.io.CountingInputStream;
import java.io.InputStream;
import java.util.function.Consumer;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Tells `changes` of every object created or removed, after it happened and before the client
/// hears of it. S3Proxy itself has no notifications.
final class NotifyingBlobStore extends ForwardingBlobStore {

  /// S3Proxy keeps the state of multipart uploads in objects of this prefix.
  private static final String MULTIPART_STUB = ".s3proxy-mpu-stub-";

  private final Consumer<BucketChange> changes;

  NotifyingBlobStore(BlobStore store, Consumer<BucketChange> changes) {
    super(store);
    this.changes = changes;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
    var counted = new CountingInputStream(body);
    PutObjectResponse response = super.putBlob(request, counted);
    created("Put", request.bucket(), request.key(), counted.getCount(), response.eTag());
    return response;
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    CopyObjectResponse response = super.copyBlob(request);
    String bucket = request.destinationBucket();
    String key = request.destinationKey();
    created("Copy", bucket, key, size(bucket, key), response.copyObjectResult().eTag());
    return response;
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
    String bucket = upload.containerName();
    String key = upload.blobName();
    created("CompleteMultipartUpload", bucket, key, size(bucket, key), response.eTag());
    return response;
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    DeleteObjectResponse response = super.removeBlob(request);
    if (!request.key().startsWith(MULTIPART_STUB)) {
      changes.accept(new BucketChange.Removed(request.bucket(), request.key()));
    }
    return response;
  }

  private void created(String how, String bucket, String key, long size, String eTag) {
    if (!key.startsWith(MULTIPART_STUB)) {
      changes.accept(
          new BucketChange.Created(
              "ObjectCreated:" + how, bucket, key, size, eTag.replace("\"", "")));
    }
  }

  private long size(String bucket, String key) {
    var head = blobMetadata(HeadObjectRequest.builder().bucket(bucket).key(key).build());
    return head == null ? 0 : head.contentLength();
  }
}
