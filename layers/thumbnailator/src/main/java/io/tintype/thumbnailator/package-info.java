/// The engine that needs no native library: TwelveMonkeys and the JDK read and write,
/// Thumbnailator resizes, mirrors and overlays. Only [ThumbnailatorEngine] is public.
@NullMarked
package io.tintype.thumbnailator;

import org.jspecify.annotations.NullMarked;
