package dev.penstock.cli;

import dev.penstock.cli.output.Style;
import dev.penstock.flow.Pipeline;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What one call of the command sees of the world: streams, environment, directory, pipelines built in. */
record Shell(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path directory,
        boolean terminal,
        List<Pipeline<?, ?>> pipelines) {

    private static final int USUAL_WIDTH = 100;

    Shell {
        pipelines = List.copyOf(pipelines);
    }

    Style style() {
        return new Style(terminal && environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** The same without colours. */
    Shell plain() {
        return new Shell(out, err, environment, directory, false, pipelines);
    }

    int width() {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }
}
