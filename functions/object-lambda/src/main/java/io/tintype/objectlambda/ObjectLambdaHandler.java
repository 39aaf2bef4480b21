package io.tintype.objectlambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3ObjectLambdaEvent;
import io.tintype.imaging.TintypeException;
import java.util.Map;
import java.util.Optional;

/// The Lambda function behind an S3 Object Lambda access point. Whoever gets an object through it
/// gets the picture without metadata, or with `?showExif=true` its EXIF as JSON.
///
/// Answers go to S3, not to the caller of the function; only a failure to give the answer is
/// thrown.
public final class ObjectLambdaHandler
    implements RequestHandler<S3ObjectLambdaEvent, Map<String, Integer>> {

  private final Objects objects;
  private final LeanPicture leanPicture;

  public ObjectLambdaHandler() {
    this(Wiring.fromEnvironment());
  }

  ObjectLambdaHandler(Wiring wiring) {
    this.objects = wiring.objects();
    this.leanPicture = wiring.leanPicture();
  }

  @Override
  public Map<String, Integer> handleRequest(S3ObjectLambdaEvent event, Context context) {
    S3ObjectLambdaEvent.GetObjectContext object = event.getGetObjectContext();
    Reply reply = reply(object.getInputS3Url(), event.getUserRequest());
    objects.reply(object.getOutputRoute(), object.getOutputToken(), reply);
    return Map.of("statusCode", reply.status());
  }

  private Reply reply(String inputUrl, S3ObjectLambdaEvent.UserRequest user) {
    boolean exif = ShowExif.wanted(user.getUrl());
    Map<String, String> headers = Optional.ofNullable(user.getHeaders()).orElse(Map.of());
    try {
      return switch (objects.fetch(inputUrl, headers)) {
        case Fetched.Missing(int status, String code) ->
            Reply.failure(status, code, "S3 answered " + status);
        case Fetched.Found(var source) -> exif ? leanPicture.exif(source) : leanPicture.of(source);
      };
    } catch (TintypeException e) {
      return Reply.failure(e);
    }
  }
}
