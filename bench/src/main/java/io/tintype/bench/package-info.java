/// Programs that measure. They print what they measured and on what, and judge nothing.
@NullMarked
package io.tintype.bench;

import org.jspecify.annotations.NullMarked;
