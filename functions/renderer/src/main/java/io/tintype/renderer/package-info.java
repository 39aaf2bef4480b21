/// The renderer function: S3 events from the queue become variants. [RendererHandler] is its only
/// public type.
@NullMarked
package io.tintype.renderer;

import org.jspecify.annotations.NullMarked;
