/// The request grammars of AWS's Serverless Image Handler: its base64 JSON ([JsonRequest]), its
/// reading of Thumbor URLs ([SihThumbor]) and its rewrite rules ([RewriteRule]).
@NullMarked
package io.tintype.requests.sih;

import org.jspecify.annotations.NullMarked;
