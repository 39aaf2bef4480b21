package io.tintype.presign;

import io.tintype.pipeline.GrantUpload;
import io.tintype.pipeline.PublicUrls;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// Answer to `POST /uploads`. It is also what Uppy's `signRequest` has to return, so it may never
/// get a field named `fields`: that would turn the PUT into a form.
///
/// @param headers to be sent exactly so
/// @param expires seconds
/// @param variants from a variant's name to the URL it will have
record UploadAnswer(
    String id,
    String method,
    String url,
    String key,
    Map<String, String> headers,
    long expires,
    Map<String, String> variants) {

  static UploadAnswer of(GrantUpload.Grant grant, PublicUrls urls) {
    var variants = new LinkedHashMap<String, String>();
    grant.variants().forEach(name -> variants.put(name, urls.negotiated(name, grant.key())));
    return new UploadAnswer(
        grant.id().value(),
        "PUT",
        grant.upload().url().toString(),
        grant.key(),
        new TreeMap<>(grant.upload().headers()),
        grant.expires().toSeconds(),
        variants);
  }
}
