package io.tintype.objectlambda;

import io.tintype.aws.AwsClients;
import io.tintype.engines.Engines;
import io.tintype.pipeline.Settings;
import io.tintype.vips.VipsEngine;

/// Everything that stands behind [ObjectLambdaHandler].
record Wiring(Objects objects, LeanPicture leanPicture) {

  static Wiring fromEnvironment() {
    Settings settings = Settings.from(System.getenv());
    var engine = Engines.choose(settings.engine(), VipsEngine::load);
    return new Wiring(
        new S3Objects(AwsClients.of(settings.endpoints()).s3(), settings.limits().maxBytes()),
        new LeanPicture(engine, settings.limits()));
  }
}
