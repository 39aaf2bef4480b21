package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Image records for tests, with the port's promises and nothing else.
public class InMemoryImageRecords implements ImageRecords {

  private static final Pattern ORDER = Pattern.compile("\\d{19}\\.\\d{9}#[0-9A-Z]{26}");

  private final Map<ImageId, ImageRecord> records = new ConcurrentHashMap<>();

  @Override
  public Optional<ImageRecord> find(ImageId id) {
    return Optional.ofNullable(records.get(id));
  }

  @Override
  public boolean save(ImageRecord next) {
    var written = new AtomicBoolean();
    records.compute(
        next.id(),
        (_, stored) -> {
          long before = stored == null ? 0 : stored.revision();
          written.set(before == next.revision() - 1);
          return written.get() ? next : stored;
        });
    return written.get();
  }

  @Override
  public Page list(Owner owner, int limit, Optional<String> cursor) {
    if (limit < 1 || limit > 100) {
      throw new TintypeException(Reason.BAD_REQUEST, "Expected 1..100 but received " + limit);
    }
    cursor.ifPresent(InMemoryImageRecords::requireOrder);
    List<ImageRecord> rest =
        records.values().stream()
            .filter(record -> record.owner().equals(owner) && listed(record))
            .sorted(Comparator.comparing(InMemoryImageRecords::order).reversed())
            .filter(record -> cursor.isEmpty() || order(record).compareTo(cursor.get()) < 0)
            .toList();
    List<Entry> page = rest.stream().limit(limit).map(InMemoryImageRecords::entry).toList();
    return new Page(
        page, rest.size() > limit ? Optional.of(order(rest.get(limit - 1))) : Optional.empty());
  }

  private static void requireOrder(String cursor) {
    if (!ORDER.matcher(cursor).matches()) {
      throw new TintypeException(Reason.BAD_REQUEST, "cursor was not given out here");
    }
  }

  private static boolean listed(ImageRecord record) {
    return Stream.of(Status.PROCESSING, Status.READY, Status.FAILED, Status.REJECTED)
        .anyMatch(record.status()::equals);
  }

  private static String order(ImageRecord record) {
    Instant created = record.createdAt();
    return String.format("%019d.%09d#%s", created.getEpochSecond(), created.getNano(), record.id());
  }

  private static Entry entry(ImageRecord record) {
    return new Entry(
        record.id(),
        record.original().key(),
        record.status(),
        record.createdAt(),
        record
            .facts()
            .filter(_ -> record.status() == Status.READY)
            .map(f -> new Glance(f.size(), f.thumbhash(), f.dominantColor())),
        record.variants(),
        record.failure());
  }
}
