package dev.penstock.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code penstock retry}: goes on with what a run has done. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Run again what has failed, and keep what has succeeded.",
        footer = {
            "",
            "Examples:",
            "  penstock retry iris-monday",
            "  penstock retry iris-monday --from train --plan",
            "  penstock retry iris-monday --new app-1.1.jar#iris"
        })
final class RetryCommand implements Callable<Integer> {

    private final Root root;

    @Parameters(index = "0", paramLabel = "NAME", description = "The name of the run.")
    private String name = "";

    @Option(
            names = "--from",
            paramLabel = "STEP",
            description = "Run this step again, and what follows from it, although it succeeded.")
    private @Nullable String from;

    @Option(
            names = "--new",
            paramLabel = "TARGET",
            description = "Go on with this version of the pipeline; results are kept where they still fit.")
    private @Nullable String version;

    @Option(names = "--plan", description = "Only say what is kept and what runs, and why.")
    private boolean plan;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Write a line of JSON for each event, the end last.")
    private boolean json;

    RetryCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        return new Retrying(root.shell(), server.choice(), Optional.ofNullable(from), plan, json)
                .retry(name, Optional.ofNullable(version));
    }
}
