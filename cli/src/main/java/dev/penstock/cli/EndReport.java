package dev.penstock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.cache.Savings;
import dev.penstock.cli.output.Json;
import dev.penstock.cli.output.Printable;
import dev.penstock.cli.output.Style;
import dev.penstock.cli.progress.StepWords;
import dev.penstock.engine.FailureReport;
import dev.penstock.engine.StepFailure;
import dev.penstock.flow.FaultKind;
import dev.penstock.runs.RunEnd;
import dev.penstock.type.CanonicalJson;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tells how a run has ended, what it yields, where to look and what to do. */
record EndReport(Shell shell, String run, Duration took, WhereToLook look, Savings savings, boolean json) {

    /** A value of more characters is in a file instead. */
    private static final int MOST_SHOWN = 64 * 1024;

    int tell(RunEnd end) {
        int code = ExitCode.of(end);
        if (json) {
            shell.out().println(Json.line(ended(end, code)));
            return code;
        }
        PrintStream words = shell.terminal() ? shell.out() : shell.err();
        switch (end) {
            case RunEnd.Succeeded succeeded -> {
                words.println(headline(shell.style().green("succeeded")));
                more(words);
                words.flush();
                yields(succeeded.value().json());
            }
            case RunEnd.Failed failed -> {
                words.println(headline(shell.style().red(word(failed.kind()))));
                why(failed, words);
            }
        }
        shell.out().flush();
        words.flush();
        return code;
    }

    private String headline(String outcome) {
        return "%s %s in %s".formatted(shell.style().bold(run), outcome, StepWords.time(took));
    }

    private static String word(FaultKind kind) {
        return switch (kind) {
            case REJECTED -> "rejected";
            case CANCELLED -> "cancelled";
            case USER, PLATFORM, PREEMPTION, OUT_OF_MEMORY, TIMEOUT -> "failed";
        };
    }

    private void yields(JsonNode value) {
        String text = value.isTextual() ? value.textValue() + "\n" : CanonicalJson.pretty(value);
        if (text.length() > MOST_SHOWN) {
            shell.out().println(keep(text));
        } else if (!value.isNull()) {
            shell.out().print(shell.terminal() ? printable(text) : text);
        }
    }

    private static String printable(String text) {
        StringBuilder lines = new StringBuilder();
        text.lines().forEach(line -> lines.append(Printable.of(line)).append('\n'));
        return lines.toString();
    }

    private Path keep(String text) {
        Path file = shell.home().runs().resolve(run).resolve("result.json");
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void why(RunEnd.Failed failed, PrintStream words) {
        Style style = shell.style();
        Optional<StepFailure> failure = failed.report().map(FailureReport::failure);
        words.println("  " + Printable.of(failure.map(StepFailure::message).orElse(failed.message())));
        words.println("  %s %s"
                .formatted(
                        style.cyan("→"),
                        Printable.of(failure.map(found -> found.remedy(run))
                                .orElse("To go on with what is done: penstock retry " + run))));
        more(words);
    }

    private void more(PrintStream words) {
        savings.words().ifPresent(saved -> words.println("  from the cache: " + saved));
        look.lines().forEach(words::println);
    }

    private record Ended(
            String event,
            String run,
            String outcome,
            int exitCode,
            double seconds,
            Optional<JsonNode> value,
            Optional<String> message,
            Optional<String> remedy,
            Optional<String> step,
            Optional<String> at,
            Optional<URI> page,
            Optional<URI> tracked,
            List<String> reports,
            Cached cached) {}

    private record Cached(long hits, long misses, double savedSeconds, double savedGpuSeconds) {
        static Cached of(Savings savings) {
            return new Cached(
                    savings.hits(),
                    savings.misses(),
                    savings.time().toMillis() / 1000.0,
                    savings.gpuTime().toMillis() / 1000.0);
        }
    }

    private Ended ended(RunEnd end, int code) {
        double seconds = took.toMillis() / 1000.0;
        List<String> reports = look.reports().stream().map(Path::toString).toList();
        return switch (end) {
            case RunEnd.Succeeded succeeded ->
                new Ended(
                        "end",
                        run,
                        "succeeded",
                        code,
                        seconds,
                        Optional.of(succeeded.value().json()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        look.page(),
                        look.tracked(),
                        reports,
                        Cached.of(savings));
            case RunEnd.Failed failed -> {
                Optional<StepFailure> failure = failed.report().map(FailureReport::failure);
                yield new Ended(
                        "end",
                        run,
                        word(failed.kind()),
                        code,
                        seconds,
                        Optional.empty(),
                        Optional.of(failure.map(StepFailure::message).orElse(failed.message())),
                        failure.map(found -> found.remedy(run)),
                        failure.map(StepFailure::path),
                        failure.map(StepFailure::at),
                        look.page(),
                        look.tracked(),
                        reports,
                        Cached.of(savings));
            }
        };
    }
}
