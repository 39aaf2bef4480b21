/// The ports of the pipeline on S3, SQS, DynamoDB and EventBridge: [AwsClients] knows how to reach
/// them; [S3Originals], [S3Derivatives], [S3UploadSigner], [SqsRedelivery], [DynamoDbImageRecords]
/// and [EventBridgeAnnouncements] are the ports, [S3VariantsFile] reads a variants.yaml kept in S3.
@NullMarked
package io.tintype.aws;

import org.jspecify.annotations.NullMarked;
