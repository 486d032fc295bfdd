package dev.penstock.store;

import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import java.nio.file.Path;
import java.util.List;

/** Why files of a user cannot become an artifact. */
final class Unacceptable {

    private static final int MOST = 10;

    private Unacceptable() {}

    static FaultException changed(Path file) {
        return fault(
                "%s changed while it was copied into the store.".formatted(file),
                "Finish writing before the step ends, and leave no process behind that goes on.");
    }

    static FaultException missing(Path content) {
        return fault("%s is not there.".formatted(content), "Write it before the step ends.");
    }

    static FaultException notReadable(Path file, String why) {
        return fault("%s cannot be read: %s.".formatted(file, why), "Give it rights to be read.");
    }

    static FaultException parts(Path content, List<String> problems) {
        String shown = String.join("; ", problems.subList(0, Math.min(MOST, problems.size())));
        int more = problems.size() - MOST;
        return fault(
                "%s cannot be kept: %s%s.".formatted(content, shown, more > 0 ? "; and %d more".formatted(more) : ""),
                "Artifacts are made of files and folders: put the files themselves there.");
    }

    private static FaultException fault(String message, String remedy) {
        return new FaultException(Fault.lasting(FaultKind.USER, message, remedy));
    }
}
