/// Reads what the header of an image file says, without decoding a pixel: [Headers] is the way in.
@NullMarked
package io.tintype.imaging.header;

import org.jspecify.annotations.NullMarked;
