/// Reads HEIC and HEIF, which phones write, with a libheif that the user has installed:
/// [HeifDecoder] is the way in. No part of that library comes with Tintype.
@NullMarked
package io.tintype.heif;

import org.jspecify.annotations.NullMarked;
