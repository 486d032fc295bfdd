package dev.penstock.server;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the {@code temporal} binary. */
public record TemporalCli(Map<String, String> environment) {

    /** As .build/temporal has it, which fills the cache. */
    static final String VERSION = "1.5.1";

    private static final String CHOSEN = "PENSTOCK_TEMPORAL";
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    /** The one that PENSTOCK_TEMPORAL names, else the first on PATH, else the one in the cache. */
    public Optional<Path> find() {
        Optional<String> chosen = variable(CHOSEN);
        if (chosen.isPresent()) {
            return Optional.of(executable(chosen.get()).orElseThrow(() -> refusal(chosen.get())));
        }
        Stream<String> places = Stream.concat(
                SEPARATOR
                        .splitAsStream(environment.getOrDefault("PATH", ""))
                        .filter(folder -> !folder.isBlank())
                        .map(folder -> folder + "/temporal"),
                cache().stream());
        return places.flatMap(place -> executable(place).stream()).findFirst();
    }

    Path require() {
        return find().orElseThrow(() -> new InvalidInputException(
                Code.NO_TEMPORAL_CLI,
                "target dev",
                "There is no temporal binary on PATH%s."
                        .formatted(cache().map(place -> " or at " + place).orElse("")),
                "Run .build/temporal in the checkout of Penstock, or take it from https://docs.temporal.io/cli; a binary"
                        + " somewhere else is named by the variable %s.".formatted(CHOSEN)));
    }

    private Optional<String> cache() {
        return variable("XDG_CACHE_HOME")
                .or(() -> variable("HOME").map(home -> home + "/.cache"))
                .map(folder -> "%s/penstock/temporal-%s/temporal".formatted(folder, VERSION));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static Optional<Path> executable(String place) {
        try {
            return Optional.of(Path.of(place).toAbsolutePath())
                    .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static InvalidInputException refusal(String chosen) {
        return new InvalidInputException(
                Code.NO_TEMPORAL_CLI,
                "environment variable " + CHOSEN,
                "%s is not a binary that can be started.".formatted(chosen),
                "Name the temporal binary, or unset the variable.");
    }
}
