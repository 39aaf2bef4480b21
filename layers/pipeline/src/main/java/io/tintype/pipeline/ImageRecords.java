package io.tintype.pipeline;

import java.util.List;
import java.util.Optional;

/// Port to where image records are kept.
public interface ImageRecords {

  /// The record as it is now, not as it was a moment ago.
  ///
  /// @throws io.tintype.imaging.TintypeException UNAVAILABLE
  Optional<ImageRecord> find(ImageId id);

  /// Writes the record if the stored one has the revision before it; revision 1 if there is none.
  ///
  /// @return false when somebody else wrote in between; read again and decide anew
  /// @throws io.tintype.imaging.TintypeException UNAVAILABLE
  boolean save(ImageRecord next);

  /// An owner's images, newest first; uploads that have not arrived and tombstones are left out.
  /// What is in a page may be a moment old.
  ///
  /// @param limit 1..100
  /// @param cursor of the page before
  /// @throws io.tintype.imaging.TintypeException BAD_REQUEST for another limit or for what is no
  ///     cursor, UNAVAILABLE
  Page list(Owner owner, int limit, Optional<String> cursor);

  /// @param cursor for the next page; empty when this is the last
  record Page(List<Entry> entries, Optional<String> cursor) {

    public Page {
      entries = List.copyOf(entries);
    }
  }

  /// What a list view needs of one image.
  ///
  /// @param facts empty unless READY
  record Entry(
      ImageId id,
      String originalKey,
      Status status,
      java.time.Instant createdAt,
      Optional<Glance> facts,
      List<StoredVariant> variants,
      Optional<Failure> failure) {

    public Entry {
      variants = List.copyOf(variants);
    }
  }

  /// Size and placeholders of an image.
  record Glance(io.tintype.imaging.Size size, String thumbhash, String dominantColor) {}
}
