package dev.penstock.cli;

import dev.penstock.cli.params.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that give the input of a run. */
final class InputOptions {

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "One parameter; parts of records by dots, lists as 2,4,8, all else as JSON. Repeatable.")
    private List<String> assignments = new ArrayList<>();

    @Option(names = "--params", paramLabel = "FILE", description = "Parameters from a .json, .yaml or .yml file.")
    private @Nullable String file;

    @Option(names = "--input", paramLabel = "VALUE", description = "The whole input, where it is not a record.")
    private @Nullable String input;

    Given given() {
        return new Given(assignments, Optional.ofNullable(file), Optional.ofNullable(input));
    }
}
