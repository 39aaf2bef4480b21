/// Writes texts in the font that is shipped, without the fonts and font libraries of a system, the
/// same for every engine: [Lettering] is the way in.
@NullMarked
package io.tintype.imaging.text;

import org.jspecify.annotations.NullMarked;
