/// The languages in which people ask for pictures, read into an [ImageRequest] by [RequestParser];
/// [ThumborOptions] is the option part of a Thumbor URL alone. Everything that is wrong with a
/// request is found here and named. A [DerivativeKey] is where the answer to a [PublicRequest] is
/// kept.
@NullMarked
package io.tintype.requests;

import org.jspecify.annotations.NullMarked;
