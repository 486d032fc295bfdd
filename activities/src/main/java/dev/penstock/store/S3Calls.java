package dev.penstock.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Waits for answers of S3 and tells what they mean. */
record S3Calls(String store) {

    private static final int MOST_CONFLICTS = 20;
    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    <T> T get(CompletableFuture<T> call) {
        try {
            return answer(call);
        } catch (SdkException e) {
            throw BlobException.outOfReach(store, e);
        }
    }

    /** The answer, or nothing where the object is not there. */
    <T> Optional<T> find(CompletableFuture<T> call) {
        try {
            return Optional.of(answer(call));
        } catch (NoSuchBucketException e) {
            throw BlobException.outOfReach(store, e);
        } catch (SdkException e) {
            if (status(e) == NOT_FOUND) {
                return Optional.empty();
            }
            throw BlobException.outOfReach(store, e);
        }
    }

    /**
     * The tag of what a conditional write wrote; nothing where somebody else was there first.
     *
     * @param own the tag of what is there now, if it was written by this very call
     */
    Optional<String> win(Supplier<CompletableFuture<String>> write, Supplier<Optional<String>> own) {
        for (int conflicts = 0; ; conflicts++) {
            try {
                return Optional.of(answer(write.get()));
            } catch (SdkException e) {
                int status = status(e);
                if (status == CONFLICT && conflicts < MOST_CONFLICTS) {
                    pause(conflicts);
                } else if (status == PRECONDITION_FAILED) {
                    // Perhaps by an earlier try of this very call, whose answer was lost.
                    return own.get();
                } else if (status == NOT_FOUND && !(e instanceof NoSuchBucketException)) {
                    return Optional.empty();
                } else {
                    return Optional.of(own.get().orElseThrow(() -> BlobException.outOfReach(store, e)));
                }
            }
        }
    }

    void upload(Path file, CompletableFuture<?> call) {
        try {
            answer(call);
        } catch (S3Exception e) {
            String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
            if (code.equals("BadDigest") || code.startsWith("XAmzContentChecksum")) {
                throw Unacceptable.changed(file);
            }
            throw BlobException.outOfReach(store, e);
        } catch (SdkException e) {
            throw BlobException.outOfReach(store, e);
        }
    }

    Fingerprint print(Path file) {
        try {
            return Fingerprint.of(file);
        } catch (IOException e) {
            throw BlobException.outOfReach(store, e);
        }
    }

    private <T> T answer(CompletableFuture<T> call) {
        try {
            return call.get();
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw BlobException.interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SdkException known) {
                throw known;
            }
            throw BlobException.outOfReach(store, e);
        }
    }

    private static int status(SdkException e) {
        return e instanceof S3Exception answered ? answered.statusCode() : 0;
    }

    private static void pause(int before) {
        LockSupport.parkNanos(Math.min(LONGEST_PAUSE, SHORTEST_PAUSE << Math.min(before, 10)));
    }
}
