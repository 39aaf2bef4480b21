/// The engine over libvips: [VipsEngine] is its one public type, and says whether the library is
/// there. Only this package calls native code.
@NullMarked
package io.tintype.vips;

import org.jspecify.annotations.NullMarked;
