/// What is seen in originals, tested with eyes that say what they are told to.
@NullMarked
package io.tintype.pipeline.moderation;

import org.jspecify.annotations.NullMarked;
