package dev.penstock.cli;

import dev.penstock.cli.connect.Connection;
import dev.penstock.cli.connect.OpenApproval;
import dev.penstock.engine.Answer;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Nearest;
import io.temporal.client.WorkflowUpdateException;
import java.util.List;
import java.util.Optional;

/** Answers an approval that a run waits for. */
record Answering(Shell shell, ServerChoice server, Optional<String> who, Optional<String> comment) {

    int answer(String run, Optional<String> step, boolean approves) {
        try (Connection connection = RunNames.connect(shell, server, run)) {
            new RunNames(connection).atWork(run);
            requireWorker(connection, run);
            OpenApproval approval = chosen(OpenApproval.of(connection.runs(), run), run, step);
            String by = who.orElseGet(shell::user);
            shell.out().println(give(connection, approval, new Answer(approval.path(), by, approves, comment)));
            return ExitCode.DONE;
        }
    }

    private static void requireWorker(Connection connection, String run) {
        if (!connection.hasHelp()) {
            throw new InvalidInputException(
                    Code.NO_WORKER,
                    "run " + run,
                    "No worker is there that could take the answer.",
                    "Start one, with penstock worker, and answer again.");
        }
    }

    private static OpenApproval chosen(List<OpenApproval> open, String run, Optional<String> step) {
        List<String> paths = open.stream().map(OpenApproval::path).toList();
        if (open.isEmpty()) {
            throw new InvalidInputException(
                    Code.NOTHING_WAITS,
                    "run " + run,
                    "No step of it waits for approval now.",
                    "See how far it is: penstock show " + run);
        }
        if (step.isEmpty() && open.size() > 1) {
            throw new InvalidInputException(
                    Code.MISSING_VALUE,
                    "STEP",
                    "%s steps wait for approval: %s.".formatted(open.size(), String.join(", ", paths)),
                    "Name one of them.");
        }
        if (step.isEmpty()) {
            return open.getFirst();
        }
        List<OpenApproval> meant =
                open.stream().filter(approval -> approval.isMeantBy(step.get())).toList();
        if (meant.size() != 1) {
            throw new InvalidInputException(
                    Code.NOTHING_WAITS,
                    "STEP " + step.get(),
                    meant.isEmpty() ? "No such step waits for approval now." : "Several steps of this name wait.",
                    meant.isEmpty()
                            ? Nearest.suggest(step.get(), paths)
                            : "Name it whole: " + String.join(", ", paths));
        }
        return meant.getFirst();
    }

    private static String give(Connection connection, OpenApproval approval, Answer answer) {
        try {
            return connection.runs().answer(approval.workflow(), answer);
        } catch (WorkflowUpdateException e) {
            throw new InvalidInputException(
                    Code.REFUSED_ANSWER,
                    "step " + approval.path(),
                    reason(e),
                    "Whoever may answer does it, with their own name: --as, or the variable PENSTOCK_USER.");
        }
    }

    private static String reason(WorkflowUpdateException refusal) {
        Throwable cause = refusal.getCause();
        return cause instanceof io.temporal.failure.ApplicationFailure failure
                ? String.valueOf(failure.getOriginalMessage())
                : String.valueOf(refusal.getMessage());
    }
}
