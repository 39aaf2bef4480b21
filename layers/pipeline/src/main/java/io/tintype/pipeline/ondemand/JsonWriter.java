package io.tintype.pipeline.ondemand;

/// Port to whoever writes JSON.
@FunctionalInterface
public interface JsonWriter {

  /// @param value of maps, lists, texts, numbers and booleans
  String write(Object value);
}
