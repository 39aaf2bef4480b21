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
  DELETED
}
