package io.tintype.presign;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.GrantUpload;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageQueries;
import io.tintype.pipeline.ImageRecords;
import io.tintype.pipeline.OverruleVerdict;
import io.tintype.pipeline.Owner;
import io.tintype.pipeline.moderation.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// From a call to a use case and back; one method for each route.
final class Endpoints {

  private static final int DEFAULT_LIMIT = 20;

  private final Wiring wiring;
  private final Access access;

  Endpoints(Wiring wiring) {
    this.wiring = wiring;
    this.access = wiring.access();
  }

  Answer grantUpload(Call call) {
    Owner owner = access.toUpload(call);
    GrantUpload.Grant grant = wiring.grantUpload().grant(UploadBody.parse(call.body(), owner));
    return Answer.of(201, UploadAnswer.of(grant, wiring.urls()));
  }

  Answer listImages(Call call) {
    Owner owner = access.toList(call);
    ImageRecords.Page page =
        wiring.imageQueries().list(owner, limit(call.query("limit")), call.query("cursor"));
    return Answer.of(200, ListAnswer.of(page, wiring.urls()));
  }

  Answer getImage(Call call) {
    Owner owner = access.toLook(call);
    return Answer.of(
        200, ImageAnswer.of(wiring.imageQueries().find(id(call), owner), wiring.urls()));
  }

  Answer deleteImage(Call call) {
    Owner owner = access.toDelete(call);
    wiring.deleteImage().delete(id(call), owner);
    return Answer.empty();
  }

  Answer ruleOnImage(Call call) {
    Owner by = access.toRule(call);
    Verdict verdict = RulingBody.parse(call.body());
    OverruleVerdict overrule =
        wiring
            .overruleVerdict()
            .orElseThrow(
                () ->
                    new TintypeException(
                        Reason.INTERNAL, "Overruling needs the setting TINTYPE_QUEUE_URL"));
    return Answer.of(200, ImageAnswer.of(overrule.overrule(id(call), verdict, by), wiring.urls()));
  }

  Answer openApi() {
    try (InputStream file = Endpoints.class.getResourceAsStream("openapi.json")) {
      byte[] bytes = Objects.requireNonNull(file, "openapi.json").readAllBytes();
      return new Answer(200, Optional.of(new String(bytes, StandardCharsets.UTF_8)), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImageId id(Call call) {
    if (!ImageId.isValid(call.id())) {
      throw ImageQueries.notFound(call.id());
    }
    return new ImageId(call.id());
  }

  private static int limit(Optional<String> text) {
    try {
      return text.map(Integer::parseInt).orElse(DEFAULT_LIMIT);
    } catch (NumberFormatException e) {
      throw new TintypeException(
          Reason.BAD_REQUEST, "Expected a limit of 1..100 but received " + text.orElse(""), e);
    }
  }
}
