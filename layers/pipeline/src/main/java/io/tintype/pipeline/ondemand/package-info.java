/// Pictures by URL: [RenderOnDemand] makes what nobody has stored yet, stores it and answers it.
@NullMarked
package io.tintype.pipeline.ondemand;

import org.jspecify.annotations.NullMarked;
