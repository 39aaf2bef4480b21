package io.tintype.pipeline;

/// Where an original stands in its life.
public enum Status {
  /// The presign API has granted the upload; the object has not arrived.
  AWAITING_UPLOAD,
  /// A renderer has claimed it.
  PROCESSING,
  /// Every variant is stored.
  READY,
  /// Refused by moderation.
  REJECTED,
  /// It can't be rendered; the record says why.
  FAILED,
  /// The original is gone; the record is left as a tombstone so that late events find it.
  DELETED;

  /// Whether work on the current generation has come to its end.
  public boolean finished() {
    return switch (this) {
      case AWAITING_UPLOAD, PROCESSING -> false;
      case READY, REJECTED, FAILED, DELETED -> true;
    };
  }
}
