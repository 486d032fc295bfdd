package dev.penstock.cli;

import dev.penstock.cli.find.LeftOut;
import dev.penstock.cli.find.Listing;
import dev.penstock.cli.find.Targets;
import dev.penstock.cli.output.Columns;
import dev.penstock.cli.output.Json;
import dev.penstock.cli.output.Printable;
import dev.penstock.cli.output.ProblemText;
import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import java.util.List;

/** Lists the pipelines that can be used, and says why others cannot. */
record Inventory(Shell shell, boolean json) {

    int list(List<String> places) {
        Problems problems = new Problems();
        try (Targets targets = shell.targets()) {
            Listing listing = targets.list(places, problems);
            problems.addAll(Targets.duplicates(listing));
            if (json) {
                shell.out().print(Json.of(listed(listing, problems.list())));
            } else {
                show(listing);
            }
            if (!problems.none()) {
                shell.err().print(ProblemText.of(problems.list(), shell.style()));
            }
        }
        return problems.none() ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    private void show(Listing listing) {
        Columns columns = new Columns();
        listing.found()
                .forEach(found ->
                        columns.add(Printable.of(found.name()), found.className(), Printable.of(found.origin())));
        columns.lines("").forEach(shell.out()::println);
        for (LeftOut leftOut : listing.leftOut()) {
            Problem problem = leftOut.problem();
            shell.out().println("left out: %s (%s)".formatted(leftOut.className(), Printable.of(problem.where())));
            shell.out().println("  %s %s".formatted(Printable.of(problem.message()), Printable.of(problem.remedy())));
        }
    }

    private static Listed listed(Listing listing, List<Problem> problems) {
        return new Listed(
                listing.found().stream()
                        .map(found -> new Entry(found.name(), found.className(), found.origin()))
                        .toList(),
                listing.leftOut(),
                problems);
    }

    private record Listed(List<Entry> pipelines, List<LeftOut> leftOut, List<Problem> problems) {}

    private record Entry(String name, String definedBy, String origin) {}
}
