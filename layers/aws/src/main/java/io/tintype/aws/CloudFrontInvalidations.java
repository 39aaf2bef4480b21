package io.tintype.aws;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Invalidations;
import io.tintype.pipeline.Settings;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.TooManyInvalidationsInProgressException;

/// Invalidations in a CloudFront distribution.
public final class CloudFrontInvalidations implements Invalidations {

  private static final String SUBJECT = "The CloudFront distribution";

  private final Supplier<CloudFrontClient> cloudFront;
  private final String distribution;

  /// @param distribution its id
  public CloudFrontInvalidations(Supplier<CloudFrontClient> cloudFront, String distribution) {
    this.cloudFront = cloudFront;
    this.distribution = distribution;
  }

  /// In the distribution that the settings name, if they do.
  public static Invalidations of(Settings settings, AwsClients clients) {
    return settings
        .distribution()
        .<Invalidations>map(
            id -> new CloudFrontInvalidations(AwsClients.whenNeeded(clients::cloudFront), id))
        .orElse(NONE);
  }

  @Override
  public void invalidate(Collection<String> paths) {
    // By this mark CloudFront knows a request that the SDK repeats.
    String mark = UUID.randomUUID().toString();
    List<String> all = List.copyOf(paths);
    try {
      var unused =
          AwsFailures.call(
              SUBJECT,
              () ->
                  cloudFront
                      .get()
                      .createInvalidation(
                          create ->
                              create
                                  .distributionId(distribution)
                                  .invalidationBatch(
                                      batch ->
                                          batch
                                              .callerReference(mark)
                                              .paths(
                                                  list -> list.items(all).quantity(all.size())))));
    } catch (TintypeException e) {
      if (e.getCause() instanceof TooManyInvalidationsInProgressException) {
        throw new TintypeException(
            Reason.UNAVAILABLE, SUBJECT + " has too many invalidations in progress", e);
      }
      if (e.reason() == Reason.NOT_FOUND) {
        // A distribution that isn't there is a mistake in the settings, not a missing image.
        throw new TintypeException(
            Reason.INTERNAL, SUBJECT + " " + distribution + " is missing", e);
      }
      throw e;
    }
  }
}
