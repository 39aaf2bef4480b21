/// What can be done to a picture, independent of how: a [Recipe] says what to do, a [Plan] is a
/// recipe resolved against one [SourceInfo], and an [ImageEngine] carries plans out. Only the JDK
/// is used here, and no pixel is touched but those of a small [Raster].
@NullMarked
package io.tintype.imaging;

import org.jspecify.annotations.NullMarked;
