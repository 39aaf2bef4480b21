/// One class that needs what S3Proxy keeps to its own package: its servlet.
@NullMarked
package org.gaul.s3proxy;

import org.jspecify.annotations.NullMarked;
