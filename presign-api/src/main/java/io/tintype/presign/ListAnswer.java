package io.tintype.presign;

import io.tintype.pipeline.ImageRecords;
import io.tintype.pipeline.ImageRecords.Glance;
import io.tintype.pipeline.PublicUrls;
import java.util.List;
import java.util.Optional;

/// Answer to `GET /images`: what a list view needs to draw itself without jumping.
///
/// @param cursor for the next page; absent when this is the last
record ListAnswer(List<Item> images, Optional<String> cursor) {

  static ListAnswer of(ImageRecords.Page page, PublicUrls urls) {
    return new ListAnswer(
        page.entries().stream().map(entry -> Item.of(entry, urls)).toList(), page.cursor());
  }

  /// One image, with the fields of [ImageAnswer] that the list's index holds.
  record Item(
      String id,
      String status,
      String key,
      String createdAt,
      Optional<Integer> width,
      Optional<Integer> height,
      Optional<String> thumbhash,
      Optional<String> dominantColor,
      List<ImageAnswer.Variant> variants,
      Optional<ImageAnswer.Problem> failure) {

    static Item of(ImageRecords.Entry entry, PublicUrls urls) {
      Optional<Glance> facts = entry.facts();
      return new Item(
          entry.id().value(),
          entry.status().name(),
          entry.originalKey(),
          entry.createdAt().toString(),
          facts.map(known -> known.size().width()),
          facts.map(known -> known.size().height()),
          facts.map(Glance::thumbhash),
          facts.map(Glance::dominantColor),
          ImageAnswer.Variant.all(entry.variants(), entry.originalKey(), urls),
          entry.failure().map(ImageAnswer.Problem::of));
    }
  }
}
