/// What the parts of a rendering cost by themselves, measured with JMH. Run by `bench/parts`.
@NullMarked
package io.tintype.bench.parts;

import org.jspecify.annotations.NullMarked;
