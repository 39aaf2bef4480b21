package io.tintype.imaging.metadata;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// An EXIF block (CIPA DC-008) with the names that Exiv2 gives to groups and tags.
///
/// @param groups by name, in the order `Image`, `Thumbnail`, `Photo`, `GPSInfo`, `Iop`; each with
///     its tags by name, in the file's order. A tag without a name has its number for one.
public record Exif(boolean bigEndian, Map<String, Map<String, ExifValue>> groups) {

  private static final int PHOTO = 0x8769;
  private static final int GPS = 0x8825;
  private static final int INTEROPERABILITY = 0xA005;

  /// @param block as in [MetadataBlocks#exif()]
  /// @return empty when this is no TIFF structure
  public static Optional<Exif> of(ByteBuffer block) {
    return TiffTags.first(Part.of(block)).map(Exif::of);
  }

  private static Exif of(TiffTags image) {
    Map<String, Map<String, ExifValue>> groups = new LinkedHashMap<>();
    groups.put("Image", ExifTags.named("Image", image));
    image
        .at(image.next())
        .ifPresent(tags -> groups.put("Thumbnail", ExifTags.named("Image", tags)));
    Optional<TiffTags> photo = linked(image, PHOTO);
    photo.ifPresent(tags -> groups.put("Photo", ExifTags.named("Photo", tags)));
    linked(image, GPS).ifPresent(tags -> groups.put("GPSInfo", ExifTags.named("GPSInfo", tags)));
    photo
        .flatMap(tags -> linked(tags, INTEROPERABILITY))
        .ifPresent(tags -> groups.put("Iop", ExifTags.named("Iop", tags)));
    return new Exif(image.bigEndian(), groups);
  }

  private static Optional<TiffTags> linked(TiffTags from, int tag) {
    return from.entry(tag)
        .filter(entry -> entry.type() == 4 && entry.count() == 1)
        .flatMap(entry -> from.at(entry.values().u32(0)));
  }

  public Optional<ExifValue> value(String group, String tag) {
    return Optional.ofNullable(groups.getOrDefault(group, Map.of()).get(tag));
  }

  /// As JavaScript's `JSON.stringify` writes what exif-reader 2 makes of the block: `bigEndian`
  /// and the groups, dates in ISO form, bytes as `{"type":"Buffer","data":[…]}`, fractions as
  /// numbers and those without a value as `null`.
  public String json() {
    StringBuilder json = new StringBuilder("{\"bigEndian\":").append(bigEndian);
    groups.forEach(
        (name, tags) -> {
          json.append(",\"").append(name).append("\":{");
          String separator = "";
          for (Map.Entry<String, ExifValue> tag : tags.entrySet()) {
            json.append(separator);
            Json.text(tag.getKey(), json);
            json.append(':');
            tag.getValue().json(json);
            separator = ",";
          }
          json.append('}');
        });
    return json.append('}').toString();
  }
}
