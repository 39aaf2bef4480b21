package io.tintype.pipeline;

import java.util.Optional;

/// Something that happened to an object in the originals bucket, whichever way the news came.
public sealed interface ObjectEvent {

  ObjectRef object();

  /// S3 sends one with every event on real buckets; some stand-ins don't.
  Optional<Sequencer> sequencer();

  /// The object was written: put, post, copied or completed from parts.
  record Created(ObjectRef object, Optional<Sequencer> sequencer, Optional<String> eTag)
      implements ObjectEvent {}

  /// The object was deleted, or hidden by a delete marker.
  record Removed(ObjectRef object, Optional<Sequencer> sequencer) implements ObjectEvent {}
}
