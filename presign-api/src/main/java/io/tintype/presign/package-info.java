/// The presign API: one Lambda function behind an HTTP API (payload 2.0) that grants uploads,
/// shows image records and deletes images. [PresignHandler] is the door, [Wiring] what stands
/// behind it.
@NullMarked
package io.tintype.presign;

import org.jspecify.annotations.NullMarked;
