package io.tintype.edge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/// What CloudFront's runtime offers beyond the language, as far as `edge.js` makes use of it: texts
/// into base64url, and SHA-256.
final class CloudFrontModules {

  private static final String PRELUDE =
      """
      const Buffer = {
        from: function (text) {
          return { toString: function (encoding) { return host.encode(text, encoding); } };
        },
      };
      function require(name) {
        return {
          createHash: function (algorithm) {
            let all = '';
            return {
              update: function (text) { all += text; return this; },
              digest: function (encoding) { return host.digest(name, algorithm, all, encoding); },
            };
          },
        };
      }
      """;

  private CloudFrontModules() {}

  static void putInto(Context context) {
    context
        .getBindings("js")
        .putMember(
            "host",
            ProxyObject.fromMap(
                Map.of(
                    "encode",
                    (ProxyExecutable)
                        given -> {
                          require(given[1].asString().equals("base64url"), given[1].asString());
                          return Base64.getUrlEncoder()
                              .withoutPadding()
                              .encodeToString(utf8(given[0].asString()));
                        },
                    "digest",
                    (ProxyExecutable)
                        given -> {
                          String asked =
                              String.join(
                                  " ",
                                  given[0].asString(),
                                  given[1].asString(),
                                  given[3].asString());
                          require(asked.equals("crypto sha256 hex"), asked);
                          return HexFormat.of().formatHex(sha256(utf8(given[2].asString())));
                        })));
    context.eval("js", PRELUDE);
  }

  private static void require(boolean offered, String asked) {
    if (!offered) {
      throw new IllegalArgumentException("edge.js needs more than is offered here: " + asked);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
