/// Signatures of URLs, made for clients by [UrlSigner] and checked by [SignatureCheck]: Thumbor's
/// hash in the path ([PathHash]) and Serverless Image Handler's `?signature=` ([QuerySignature]).
@NullMarked
package io.tintype.requests.signing;

import org.jspecify.annotations.NullMarked;
