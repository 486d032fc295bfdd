package dev.penstock.cli;

import dev.penstock.cli.output.Columns;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a person sees more of a run.
 *
 * @param page the server's own
 * @param tracked the one of what was measured
 * @param reports what steps wrote for people
 */
record WhereToLook(Optional<URI> page, Optional<URI> tracked, List<Path> reports) {

    private static final int MOST_REPORTS = 5;

    WhereToLook {
        reports = List.copyOf(reports);
    }

    List<String> lines() {
        Columns columns = new Columns();
        reports.stream().limit(MOST_REPORTS).forEach(report -> columns.add("report", report.toString()));
        if (reports.size() > MOST_REPORTS) {
            columns.add("report", "and %s more beside them".formatted(reports.size() - MOST_REPORTS));
        }
        tracked.ifPresent(measured -> columns.add("MLflow", measured.toString()));
        page.ifPresent(run -> columns.add("Temporal", run.toString()));
        return columns.lines("  ");
    }
}
