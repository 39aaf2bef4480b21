/// Masks with smooth edges from outlines, the same for every engine.
@NullMarked
package io.tintype.imaging.shape;

import org.jspecify.annotations.NullMarked;
