package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Uploaded objects for tests. The eTag is a function of the bytes, as S3's is.
public final class InMemoryOriginals implements Originals {

  private final Map<ObjectRef, byte[]> objects = new ConcurrentHashMap<>();

  /// Stores an object and answers its eTag.
  public String put(ObjectRef object, byte[] bytes) {
    objects.put(object, bytes);
    return eTagOf(bytes);
  }

  static String eTagOf(byte[] bytes) {
    return Integer.toHexString(Arrays.hashCode(bytes)) + "-" + bytes.length;
  }

  @Override
  public Original fetch(ObjectRef object, long maxBytes) {
    byte[] bytes = objects.get(object);
    if (bytes == null) {
      throw new TintypeException(Reason.NOT_FOUND, object + " does not exist");
    }
    if (bytes.length > maxBytes) {
      throw new TintypeException(
          Reason.TOO_LARGE, object + " has more than " + maxBytes + " bytes");
    }
    return new Original(Source.of(bytes), eTagOf(bytes), Optional.empty());
  }

  @Override
  public Optional<String> eTag(ObjectRef object) {
    return Optional.ofNullable(objects.get(object)).map(InMemoryOriginals::eTagOf);
  }

  @Override
  public void delete(ObjectRef object) {
    objects.remove(object);
  }
}
