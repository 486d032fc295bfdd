package dev.penstock.cli;

import dev.penstock.cli.connect.Home;
import dev.penstock.cli.find.Targets;
import dev.penstock.cli.output.Style;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What one call of the command sees of the world: streams, environment, directory, the application around it. */
record Shell(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path directory,
        boolean terminal,
        Application application) {

    private static final int USUAL_WIDTH = 100;
    private static final int USUAL_HEIGHT = 24;

    Style style() {
        return new Style(terminal && environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** The same without colours. */
    Shell plain() {
        Map<String, String> colorless = new HashMap<>(environment);
        colorless.put("NO_COLOR", "1");
        return new Shell(in, out, err, colorless, directory, terminal, application);
    }

    Targets targets() {
        return new Targets(application.pipelines(), environment, directory);
    }

    Home home() {
        return Home.of(environment, directory);
    }

    /** Who uses the command, as approvals and runs name people. */
    String user() {
        String named = environment.getOrDefault("PENSTOCK_USER", "").strip();
        return named.isEmpty() ? System.getProperty("user.name", "unknown") : named;
    }

    int width() {
        return number("COLUMNS", USUAL_WIDTH);
    }

    int height() {
        return number("LINES", USUAL_HEIGHT);
    }

    private int number(String variable, int usual) {
        String text = environment.getOrDefault(variable, "");
        return text.matches("[1-9]\\d{1,3}") ? Integer.parseInt(text) : usual;
    }
}
