/// The CloudFront Function of the edge, `edge.js`, and [EdgeFunction], which runs it off
/// CloudFront: in the local stack and in tests.
@NullMarked
package io.tintype.edge;

import org.jspecify.annotations.NullMarked;
