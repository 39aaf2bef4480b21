/// What Tintype does, without saying on what: use cases such as [RenderUpload], the image record
/// and its life, and the ports ([ImageRecords], [Originals], [Derivatives], [Announcements],
/// [UploadSigner], [Redelivery]) that the `aws` layer implements.
@NullMarked
package io.tintype.pipeline;

import org.jspecify.annotations.NullMarked;
