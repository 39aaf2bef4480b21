package io.tintype.local;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Two refusals of S3 that S3Proxy leaves out: an `x-amz-*` header that a presigned URL did not
/// sign, and a signature made for another region.
final class PresignRules extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Pattern SCOPE = Pattern.compile("Credential=[^/]*/\\d{8}/([^/]*)/");

  private final String region;

  PresignRules(String region) {
    this.region = region;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Refusal> refusal = refusal(request);
    if (refusal.isPresent()) {
      refuse(response, refusal.get());
    } else {
      chain.doFilter(request, response);
    }
  }

  private record Refusal(int status, String code, String message) {}

  private Optional<Refusal> refusal(HttpServletRequest request) {
    String signed = request.getParameter("X-Amz-SignedHeaders");
    if (signed != null) {
      List<String> unsigned = unsignedHeaders(request, Set.of(signed.split(";")));
      if (!unsigned.isEmpty()) {
        return Optional.of(
            new Refusal(
                403,
                "AccessDenied",
                "There were headers present in the request which were not signed: "
                    + String.join(", ", unsigned)));
      }
    }
    Optional<String> other = signedRegion(request).filter(scope -> !scope.equals(region));
    return other.map(
        scope ->
            new Refusal(
                400,
                signed == null
                    ? "AuthorizationHeaderMalformed"
                    : "AuthorizationQueryParametersError",
                "the region '" + scope + "' is wrong; expecting '" + region + "'"));
  }

  private static List<String> unsignedHeaders(HttpServletRequest request, Set<String> signed) {
    return Collections.list(request.getHeaderNames()).stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> name.startsWith("x-amz-") && !signed.contains(name))
        .toList();
  }

  private static Optional<String> signedRegion(HttpServletRequest request) {
    String credential = request.getParameter("X-Amz-Credential");
    String header = request.getHeader("Authorization");
    String scope = credential != null ? "Credential=" + credential : header;
    if (scope == null) {
      return Optional.empty();
    }
    var matcher = SCOPE.matcher(scope);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
    response.setStatus(refusal.status());
    response.setContentType("application/xml");
    response.setHeader("Connection", "close");
    response
        .getWriter()
        .write(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>%s</Message></Error>"
                .formatted(refusal.code(), refusal.message()));
  }
}
