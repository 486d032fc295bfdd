package dev.penstock.process;

import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import dev.penstock.store.BlobException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Says what it means that files cannot be read or written. */
final class DiskFault {

    /** With less than this, no program can write a block. */
    private static final long LEAST = 64 << 10;

    private static final int DEEPEST = 10;

    private DiskFault() {}

    static Fault of(IOException failure, Path home) {
        String message = String.valueOf(failure.getMessage());
        if (isFull(failure)) {
            return full(message, home).because(failure);
        }
        if (failure instanceof AccessDeniedException) {
            return Fault.lasting(
                            FaultKind.PLATFORM,
                            "%s must not be used by this user.".formatted(message),
                            "Change its permissions, or choose another folder than %s.".formatted(home))
                    .because(failure);
        }
        return Fault.of(FaultKind.PLATFORM, "A file cannot be used: %s.".formatted(failure))
                .because(failure);
    }

    /** A store that cannot be used because this disk is full, or the one that the store is on. */
    static Optional<Fault> of(BlobException failure, Path home) {
        return isFullBelow(failure)
                ? Optional.of(full(String.valueOf(failure.getMessage()), home).because(failure))
                : Optional.empty();
    }

    /** A step that failed of itself has no fault where its folder is full. */
    static Fault instead(Fault fault, Path attempt, Path home) {
        return fault.kind() == FaultKind.USER && hasNoSpace(attempt) ? full(fault.message(), home) : fault;
    }

    private static boolean hasNoSpace(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < LEAST;
        } catch (IOException e) {
            // The step took its folder away, or the system does not tell.
            return false;
        }
    }

    private static boolean isFullBelow(Throwable failure) {
        Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof IOException io && isFull(io)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isFull(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("No space left on device") || message.contains("Disk quota exceeded");
    }

    private static Fault full(String message, Path home) {
        return Fault.lasting(
                FaultKind.PLATFORM,
                "The disk is full: %s.".formatted(message.replaceFirst("\\.$", "")),
                "Free some space for %s, then try the run again.".formatted(home));
    }
}
