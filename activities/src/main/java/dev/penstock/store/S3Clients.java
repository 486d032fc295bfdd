package dev.penstock.store;

import java.time.Duration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;

/** Makes clients of S3. */
final class S3Clients {

    /** The size of a part of a big object; a few of them are in memory at once. */
    static final long PART = 16L * 1024 * 1024;

    private static final Duration LONGEST_TRY = Duration.ofMinutes(2);
    private static final Duration LONGEST_CALL = Duration.ofMinutes(10);

    private S3Clients() {}

    /** For calls that end soon. The client for parts never ends when it reads an empty object into memory. */
    static S3AsyncClient forCalls(S3Place place) {
        return builder(place)
                .overrideConfiguration(calls -> calls.retryStrategy(RetryMode.STANDARD)
                        .apiCallAttemptTimeout(LONGEST_TRY)
                        .apiCallTimeout(LONGEST_CALL))
                .build();
    }

    /** For objects of any size, in parts. */
    static S3AsyncClient forFiles(S3Place place) {
        return builder(place)
                .multipartEnabled(true)
                .multipartConfiguration(parts -> parts.thresholdInBytes(PART)
                        .minimumPartSizeInBytes(PART)
                        .apiCallBufferSizeInBytes(4 * PART))
                .overrideConfiguration(
                        calls -> calls.retryStrategy(RetryMode.STANDARD).apiCallAttemptTimeout(LONGEST_TRY))
                .build();
    }

    private static S3AsyncClientBuilder builder(S3Place place) {
        S3AsyncClientBuilder builder = S3AsyncClient.builder()
                .credentialsProvider(new S3Credentials())
                .forcePathStyle(place.endpoint().isPresent());
        place.endpoint().ifPresent(builder::endpointOverride);
        place.region().map(Region::of).ifPresent(builder::region);
        return builder;
    }
}
