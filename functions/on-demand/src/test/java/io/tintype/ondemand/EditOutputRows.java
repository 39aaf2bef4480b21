package io.tintype.ondemand;

import static io.tintype.ondemand.Checks.PNG;
import static io.tintype.ondemand.Checks.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.testkit.Animation;
import java.util.List;

/// Serverless Image Handler's edits that say how the result is written.
final class EditOutputRows {

  private static final String PHOTO = "photo.png";

  static final List<Row> ALL =
      List.of(
          Row.edit("animated", "'animated':false,'toFormat':'gif'", "moving.gif", frames(1)),
          Row.edit("animated", "'animated':true,'toFormat':'gif'", "moving.gif", frames(4)),
          row("toFormat", "'toFormat':'webp'", file("image/webp", "WEBP")),
          row("jpeg", "'jpeg':{'quality':20}", bytes("image/jpeg", 500, 1_300)),
          row("jpeg", "'jpeg':{'quality':95}", bytes("image/jpeg", 1_800, 5_000)),
          row("png", "'png':{'compressionLevel':0}", bytes(PNG, 9_000, 12_000)),
          row("png", "'png':{'palette':true,'colours':16}", bytes(PNG, 300, 2_000)),
          row("webp", "'webp':{'lossless':true}", file("image/webp", "WEBPVP8L")),
          row("gif", "'gif':true", file("image/gif", "GIF89a")),
          row("tiff", "'tiff':true", Checks.onlyVips("tiff", shot -> shot.shows("image/tiff"))),
          row(
              "avif",
              "'avif':{'quality':40}",
              Checks.onlyVips("avif", file("image/avif", "ftypavif"))),
          row(
              "heif",
              "'heif':{'compression':'av1'}",
              Checks.onlyVips("avif", file("image/avif", "ftypavif"))),
          row("heif", "'heif':true", shot -> Checks.refuses(shot, 415, "heif")));

  private EditOutputRows() {}

  private static Row row(String name, String edits, Row.Check check) {
    return Row.edit(name, edits, PHOTO, check);
  }

  private static Row.Check frames(int count) {
    return shot ->
        assertThat(Animation.read(shot.shows("image/gif").body()).frames()).hasSize(count);
  }

  private static Row.Check bytes(String mediaType, int least, int most) {
    return shot -> assertThat(shot.shows(mediaType).body()).hasSizeBetween(least, most);
  }
}
