package io.tintype.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.testkit.Picture;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What the function answered to a row's request.
///
/// @param engine its name
/// @param stored whether it was kept for the next viewer
@SuppressWarnings("ArrayRecordComponent") // never compared
record Shot(
    Row row, String engine, int status, Map<String, String> headers, byte[] body, boolean stored) {

  String text() {
    return new String(body, StandardCharsets.ISO_8859_1);
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /// A picture of that type.
  Shot shows(String mediaType) {
    assertThat(status).as(status == 200 ? mediaType : text()).isEqualTo(200);
    assertThat(header("content-type")).isEqualTo(mediaType);
    return this;
  }

  /// Of a JPEG, PNG or GIF.
  Picture picture() {
    return Picture.decode(body);
  }
}
