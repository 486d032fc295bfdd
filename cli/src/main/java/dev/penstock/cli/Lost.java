package dev.penstock.cli;

import dev.penstock.cli.connect.Contact;
import dev.penstock.problem.Problem;
import java.util.Optional;

/** Tells a conversation that broke off from a fault of ours; loads what it needs for that only then. */
final class Lost {

    private Lost() {}

    static Optional<Problem> problem(Throwable thrown) {
        String name = thrown.getClass().getName();
        boolean foreign = name.startsWith("io.temporal.") || name.startsWith("io.grpc.");
        return foreign || name.startsWith("dev.penstock.store.") ? Contact.explain(thrown) : Optional.empty();
    }

    /** The run was followed until now; what becomes of it, nobody here knows. */
    static int tell(RuntimeException thrown, String run, Shell shell) {
        Problem problem = problem(thrown).orElseThrow(() -> thrown);
        shell.err()
                .println("%s is out of sight: %s %s When it answers again: penstock watch %s"
                        .formatted(run, problem.message(), problem.remedy(), run));
        return ExitCode.LOST;
    }
}
