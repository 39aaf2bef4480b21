/// The on-demand function: [OnDemandHandler] answers CloudFront where S3 has nothing yet.
@NullMarked
package io.tintype.ondemand;

import org.jspecify.annotations.NullMarked;
