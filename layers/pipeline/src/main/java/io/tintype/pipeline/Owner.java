package io.tintype.pipeline;

/// Whose image it is: `issuer|subject` of the token that asked for the upload, else `public`.
public record Owner(String value) {

  /// Owner of what comes without a token or past the presign API.
  public static final Owner PUBLIC = new Owner("public");

  public static Owner of(String issuer, String subject) {
    return new Owner(issuer + "|" + subject);
  }

  @Override
  public String toString() {
    return value;
  }
}
