package io.tintype.local;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.gaul.s3proxy.StrictS3;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.S3Client;

/// S3 on disk: real signature checks, conditional writes, presigned URLs, and a notification for
/// every change. Objects are files under one folder, their metadata in extended attributes.
final class S3Server implements AutoCloseable {

  private final StrictS3 server;
  private final URI endpoint;
  private final S3Client client;

  private S3Server(StrictS3 server, URI endpoint) {
    this.server = server;
    this.endpoint = endpoint;
    this.client = Clients.s3(endpoint);
  }

  /// @param folder existing, absolute; each bucket becomes a folder in it
  /// @param port of the loopback interface, which must be free
  static S3Server start(
      Path folder, int port, List<String> buckets, Consumer<BucketChange> changes) {
    requireExtendedAttributes(folder);
    var store = new NotifyingBlobStore(new FilesystemNio2BlobStore(folder.toString()), changes);
    try {
      for (String bucket : buckets) {
        Files.createDirectories(folder.resolve(bucket));
      }
      var server =
          StrictS3.start(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
              store,
              new StrictS3.Signer(Credentials.ACCESS_KEY, Credentials.SECRET_KEY),
              List.of(new WholeBodies(), new PresignRules(Credentials.REGION)),
              Origins.LOCAL);
      return new S3Server(server, URI.create("http://127.0.0.1:" + port));
    } catch (Exception e) {
      throw new TintypeException(
          Reason.UNAVAILABLE, "S3 did not start on port " + port + ": " + e.getMessage(), e);
    }
  }

  URI endpoint() {
    return endpoint;
  }

  /// A client of it, for as long as it runs.
  S3Client client() {
    return client;
  }

  /// Without extended attributes S3Proxy would drop content types in silence.
  private static void requireExtendedAttributes(Path folder) {
    Path probe = folder.resolve(".attributes");
    try {
      Files.writeString(probe, "");
      Files.setAttribute(probe, "user:tintype", new byte[] {1});
      Files.delete(probe);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      throw new TintypeException(
          Reason.UNAVAILABLE,
          "the file system of "
              + folder
              + " keeps no extended attributes (user.*), where S3 metadata is stored;"
              + " choose a folder on another one with --data",
          e);
    }
  }

  @Override
  public void close() {
    client.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new TintypeException(Reason.INTERNAL, "S3 did not stop", e);
    }
  }
}
