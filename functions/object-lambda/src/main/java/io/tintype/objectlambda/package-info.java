/// The function behind an S3 Object Lambda access point: pictures without metadata, or their EXIF.
@NullMarked
package io.tintype.objectlambda;

import org.jspecify.annotations.NullMarked;
