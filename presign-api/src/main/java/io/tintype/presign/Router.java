package io.tintype.presign;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;

/// Finds the endpoint for a call: by API Gateway's route key, and where that says nothing
/// (`$default`) by method and path.
final class Router {

  private final Endpoints endpoints;

  Router(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  Answer answer(Call call) {
    EnumSet<Route> there = EnumSet.noneOf(Route.class);
    for (Route route : Route.values()) {
      if (route.key().equals(call.routeKey())) {
        return answer(route, call);
      }
      if (route.matches(call.path())) {
        there.add(route);
      }
    }
    for (Route route : there) {
      if (route.method().equals(call.method())) {
        return answer(route, call);
      }
    }
    return there.isEmpty() ? nothing(call) : wrongMethod(call, there);
  }

  private Answer answer(Route route, Call call) {
    return switch (route) {
      case GRANT_UPLOAD -> endpoints.grantUpload(call);
      case LIST_IMAGES -> endpoints.listImages(call);
      case GET_IMAGE -> endpoints.getImage(call);
      case DELETE_IMAGE -> endpoints.deleteImage(call);
      case RULE_ON_IMAGE -> endpoints.ruleOnImage(call);
      case GET_OPENAPI -> endpoints.openApi();
    };
  }

  private static Answer nothing(Call call) {
    return Failures.answer(
        404,
        "NotFound",
        "There is nothing at "
            + call.path()
            + "; there is "
            + Arrays.stream(Route.values()).map(Route::key).collect(Collectors.joining(", ")));
  }

  private static Answer wrongMethod(Call call, EnumSet<Route> there) {
    String allowed = there.stream().map(Route::method).collect(Collectors.joining(", "));
    return Failures.answer(
            405,
            "MethodNotAllowed",
            "Expected " + allowed + " for " + call.path() + " but received " + call.method())
        .with("Allow", allowed);
  }
}
