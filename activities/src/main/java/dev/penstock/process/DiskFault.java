package dev.penstock.process;

import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** Says what it means that files cannot be read or written. */
final class DiskFault {

    private DiskFault() {}

    static Fault of(IOException failure, Path home) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
            return Fault.lasting(
                            FaultKind.PLATFORM,
                            "The disk is full: %s.".formatted(message),
                            "Free some space for %s, then try the run again.".formatted(home))
                    .because(failure);
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
}
