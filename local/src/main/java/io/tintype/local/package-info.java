/// The whole of Tintype on one machine: S3, SQS and DynamoDB stand-ins, the HTTP front and the
/// functions themselves, started by [io.tintype.local.Main] or, in tests, by
/// [io.tintype.local.Stack].
@NullMarked
package io.tintype.local;

import org.jspecify.annotations.NullMarked;
