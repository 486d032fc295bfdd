package dev.penstock.cli;

import dev.penstock.cli.output.Json;
import dev.penstock.cli.output.ProblemText;
import dev.penstock.problem.Problem;
import java.util.List;

/** Tells what is wrong with an input: to people on the error stream, to scripts as JSON on the other. */
final class Complaint {

    private Complaint() {}

    static int make(List<Problem> problems, Shell shell, boolean json) {
        shell.err().print(ProblemText.of(problems, shell.style()));
        if (json) {
            shell.out().print(Json.of(problems));
        }
        return ExitCode.BAD_INPUT;
    }
}
