/// What tests of several modules share: pictures made in code ([Fixtures], [Damaged]), assertions
/// on pictures ([PictureAssert]), a [Metadata] probe, and [EngineContract], which the test of
/// every engine inherits.
@NullMarked
package io.tintype.testkit;

import org.jspecify.annotations.NullMarked;
