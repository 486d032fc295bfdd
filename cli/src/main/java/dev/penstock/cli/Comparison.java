package dev.penstock.cli;

import dev.penstock.cli.find.Target;
import dev.penstock.cli.find.Targets;
import dev.penstock.cli.output.Json;
import dev.penstock.diff.Change;
import dev.penstock.diff.DiffText;
import dev.penstock.diff.SpecDiff;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Spec;
import java.util.List;
import java.util.Optional;

/** Compares two pipelines. */
record Comparison(Shell shell, boolean exitCode, boolean json) {

    int compare(String before, String after) {
        Problems problems = new Problems();
        try (Targets targets = shell.targets()) {
            Optional<Spec> old = spec(targets, before, problems);
            Optional<Spec> changed = spec(targets, after, problems);
            problems.throwIfAny();
            List<Change> changes = SpecDiff.between(old.orElseThrow(), changed.orElseThrow());
            shell.out().print(json ? Json.of(new Differences(changes.isEmpty(), changes)) : DiffText.of(changes));
            return exitCode && !changes.isEmpty() ? ExitCode.DIFFERENT : ExitCode.DONE;
        }
    }

    private static Optional<Spec> spec(Targets targets, String name, Problems problems) {
        try {
            return Optional.of(targets.resolve(Optional.of(name))).map(Target::spec);
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private record Differences(boolean equal, List<Change> changes) {}
}
