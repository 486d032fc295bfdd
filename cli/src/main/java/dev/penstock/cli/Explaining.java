package dev.penstock.cli;

import dev.penstock.cache.Explanation;
import dev.penstock.cache.Explanations;
import dev.penstock.cli.output.Columns;
import dev.penstock.cli.output.Json;
import dev.penstock.cli.output.Printable;
import dev.penstock.cli.output.Style;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.store.ObjectStore;

/** Tells what the cache did for a step, and how its key differs from that of the nearest earlier result. */
record Explaining(Shell shell, boolean json) {

    int explain(String run, String step) {
        try (ObjectStore store = shell.home().objects(shell.environment())) {
            Explanation explanation = new Explanations(store).find(run, step).orElseThrow(() -> unknown(run, step));
            if (json) {
                shell.out().print(Json.of(explanation));
            } else {
                print(explanation);
            }
            return ExitCode.DONE;
        }
    }

    private void print(Explanation explanation) {
        Style style = shell.style();
        shell.out()
                .println("%s  %s"
                        .formatted(style.bold(Printable.of(explanation.path())), Printable.of(explanation.verdict())));
        explanation.nearest().ifPresent(nearest -> {
            shell.out()
                    .println("  The nearest earlier result is that of %s, made at %s:"
                            .formatted(Printable.of(nearest.by()), nearest.made()));
            nearest.differences()
                    .forEach(difference -> shell.out()
                            .println("  %s %s".formatted(style.yellow("≠"), Printable.of(difference.words()))));
            if (nearest.differences().isEmpty()) {
                shell.out().println("  It has the same key.");
            }
        });
        shell.out().println("  The key:");
        Columns columns = new Columns();
        explanation.key().parts().forEach((name, part) -> columns.add(name, Printable.of(part.toString())));
        columns.lines("    ").forEach(shell.out()::println);
    }

    private static InvalidInputException unknown(String run, String step) {
        return new InvalidInputException(
                Code.UNKNOWN_NAME,
                "run \"%s\", step \"%s\"".formatted(run, step),
                "The cache was not asked for this step.",
                "Give the step the option cached(); \"penstock show %s\" lists the steps of the run.".formatted(run));
    }
}
