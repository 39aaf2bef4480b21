/// What Rekognition sees in an original, and what follows from it.
@NullMarked
package io.tintype.pipeline.moderation;

import org.jspecify.annotations.NullMarked;
